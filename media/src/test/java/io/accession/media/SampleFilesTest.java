package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in {@code samples/} are what the demo's manifest says. {@code samples/make.sh} makes them anew. */
class SampleFilesTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    @ParameterizedTest
    @CsvSource({
        "images/dawn.jpg, image/jpeg, 640, 427, 1",
        "images/portrait.jpg, image/jpeg, 427, 640, 6",
        "images/rings.png, image/png, 512, 512, 1",
        "images/waves.webp, image/webp, 640, 360, 1",
        "images/dots.gif, image/gif, 240, 160, 1",
        "images/plain.bmp, image/bmp, 160, 120, 1",
        "images/scan.tiff, image/tiff, 320, 240, 1",
        "images/dusk.avif, image/avif, 640, 360, 1",
        "group/frame-0.jpg, image/jpeg, 320, 180, 1",
        "group/frame-1.jpg, image/jpeg, 320, 180, 1",
        "group/frame-2.jpg, image/jpeg, 320, 180, 1"
    })
    void images(String name, String mimeType, int width, int height, int orientation) throws IOException {
        Probed.image(sample(name)).is(mimeType, width, height, orientation).took(1);
    }

    @ParameterizedTest
    @CsvSource({
        "videos/drift.mp4, video/mp4, h264, 30000/1001, 90",
        "videos/drift.mov, video/quicktime, h264, 25/1, 50",
        "videos/vp9.webm, video/webm, vp9, 24/1, 48",
        "videos/vp8.webm, video/webm, vp8, 25/1, 50"
    })
    void videos(String name, String mimeType, String codec, String frameRate, long frames) throws IOException {
        var probed = Probed.as(ItemKind.VIDEO, sample(name));

        assertThat(probed.video().mimeType()).isEqualTo(mimeType);
        assertThat(probed.track().codec()).isEqualTo(codec);
        assertThat(probed.track().frameRate()).hasToString(frameRate);
        assertThat(probed.track().frameCount()).isEqualTo(frames);
        assertThat(probed.track().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"audio/tone.mp3, audio/mpeg, mp3", "audio/tone.wav, audio/x-wav, pcm_s16le"})
    void sounds(String name, String mimeType, String codec) throws IOException {
        var audio = Probed.as(ItemKind.AUDIO, sample(name)).audio();

        assertThat(audio.mimeType()).isEqualTo(mimeType);
        assertThat(audio.codec()).isEqualTo(codec);
    }

    @ParameterizedTest
    @CsvSource({
        "dicom/slice-0.dcm, 2.25.4096.1.1",
        "dicom/slice-1.dcm, 2.25.4096.1.2",
        "dicom/slice-2.dcm, 2.25.4096.1.3"
    })
    void slices(String name, String instance) throws IOException {
        assertThat(DicomFiles.tags(sample(name))).contains("\"" + instance + "\"");
    }

    @Test
    void volumes() throws IOException {
        var facts = NiftiFiles.facts(sample("nifti/ball.nii.gz"));

        assertThat(facts.dimensions()).containsExactly(32L, 32L, 16L);
        assertThat(facts.dataType()).isEqualTo("int16");
    }

    @Test
    void documents() throws IOException {
        assertThat(Probed.as(ItemKind.PDF, sample("pdfs/log.pdf")).pdf().pages())
                .isEqualTo(3);
        assertThat(text("text/trips.md"))
                .extracting(MediaFacts.Text::mimeType, MediaFacts.Text::charset)
                .containsExactly("text/markdown", "UTF-8");
        assertThat(text("text/labels.json").mimeType()).isEqualTo("application/json");
    }

    private static MediaFacts.Text text(String name) throws IOException {
        return Probed.as(ItemKind.PLAIN_TEXT, name, sample(name)).text();
    }

    @Test
    void allOfThemTogetherAreSmall() throws IOException {
        try (var files = Files.walk(SAMPLES)) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            assertThat(bytes).isLessThan(1_500_000);
        }
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SAMPLES.resolve(name));
    }
}

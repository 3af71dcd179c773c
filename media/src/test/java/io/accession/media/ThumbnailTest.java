package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accession.core.quality.DecodingResult;
import io.accession.core.quality.PictureMeasuring;
import io.accession.core.thumbnail.PictureSource;
import io.accession.core.thumbnail.ThumbnailResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    @TempDir
    private Path directory;

    private final FfmpegThumbnailer thumbnailer = new FfmpegThumbnailer(Clips.CACHE, 100_000_000);

    @AfterEach
    void stop() throws IOException {
        thumbnailer.close();
    }

    private static PictureSource source(String held) {
        return held.equals("PICTURE") ? new PictureSource.Still() : new PictureSource.KeyFrame(0.3);
    }

    private ThumbnailResult make(Path object, PictureSource source, Path into) throws Exception {
        try (var view = new FileView(object)) {
            return thumbnailer.make(view, source, 128, into);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PICTURE, images/dawn.jpg, 128, 85",
        "PICTURE, images/portrait.jpg, 85, 128",
        "PICTURE, images/rings.png, 128, 128",
        "PICTURE, images/waves.webp, 128, 72",
        "PICTURE, images/dots.gif, 128, 85",
        "PICTURE, images/plain.bmp, 128, 96",
        "PICTURE, images/scan.tiff, 128, 96",
        "PICTURE, images/dusk.avif, 128, 72",
        "VIDEO, videos/drift.mp4, 128, 72",
        "VIDEO, videos/drift.mov, 128, 72",
        "VIDEO, videos/vp9.webm, 128, 72"
    })
    void everySortOfPictureAndVideoBecomesSmall(String source, String name, int width, int height) throws Exception {
        var file = directory.resolve("small.jpg");

        var result = make(SAMPLES.resolve(name), source(source), file);

        assertThat(result).isInstanceOf(ThumbnailResult.Made.class);
        var small = ImageIO.read(file.toFile());
        assertThat(small.getWidth()).isEqualTo(width);
        assertThat(small.getHeight()).isBetween(height - 1, height + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "PICTURE, images/dawn.jpg, 256, 171",
        "PICTURE, images/portrait.jpg, 171, 256",
        "PICTURE, images/rings.png, 256, 256",
        "PICTURE, images/dusk.avif, 256, 144",
        "VIDEO, videos/drift.mp4, 256, 144"
    })
    void thePixelsOfASmallPictureComeAsTheyAre(String source, String name, int width, int height) throws Exception {
        try (var view = new FileView(SAMPLES.resolve(name))) {
            var result = thumbnailer.decode(view, source(source), 256);

            assertThat(result).isInstanceOf(DecodingResult.Decoded.class);
            var picture = ((DecodingResult.Decoded) result).picture();
            assertThat(picture.width()).isLessThanOrEqualTo(width);
            assertThat((double) picture.width() / picture.height()).isCloseTo((double) width / height, within(0.02));
            assertThat(PictureMeasuring.measure(picture).brightness()).isBetween(0.02, 0.98);
        }
    }

    private byte[] frame(Path clip, double number) throws Exception {
        var file = directory.resolve(number + ".jpg");
        var result = make(clip, new PictureSource.Frame(number / 25), file);
        assertThat(result).isInstanceOf(ThumbnailResult.Made.class);
        return Files.readAllBytes(file);
    }

    @Test
    void aFrameOfAVideoIsTheFirstFromItsMomentOn() throws Exception {
        var clip = Files.write(directory.resolve("clip.webm"), Clips.webm(50, 0));

        var third = frame(clip, 2.5);

        assertThat(third)
                .isEqualTo(frame(clip, 2.9))
                .isNotEqualTo(frame(clip, 1.5))
                .isNotEqualTo(frame(clip, 3.5));
        assertThat(frame(clip, 48.5)).isNotEqualTo(frame(clip, 47.5));
        assertThat(make(clip, new PictureSource.Frame(3), directory.resolve("beyond.jpg")))
                .isInstanceOf(ThumbnailResult.Impossible.class);
    }

    @Test
    void whatIsCutIsNoPicture() throws Exception {
        var cut = directory.resolve("cut.png");
        var whole = Files.readAllBytes(SAMPLES.resolve("images/rings.png"));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 3));

        assertThat(make(cut, new PictureSource.Still(), directory.resolve("a.jpg")))
                .isInstanceOf(ThumbnailResult.Impossible.class);
        try (var view = new FileView(cut)) {
            assertThat(thumbnailer.decode(view, new PictureSource.Still(), 256))
                    .isInstanceOf(DecodingResult.Impossible.class);
        }
        assertThat(make(cut, new PictureSource.KeyFrame(0.3), directory.resolve("b.jpg")))
                .isInstanceOf(ThumbnailResult.Impossible.class);
    }
}

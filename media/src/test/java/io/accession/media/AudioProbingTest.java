package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioProbingTest {

    @ParameterizedTest
    @CsvSource({
        "mp3,  audio/mpeg, mp3,       0",
        "wav,  audio/x-wav, pcm_s16le, 16",
        "flac, audio/flac, flac,      16",
        "ogg,  audio/ogg,  flac,      16",
        "m4a,  audio/mp4,  aac,       0",
        "aac,  audio/aac,  aac,       0",
        "mka,  audio/x-matroska, pcm_s16le, 16"
    })
    void soundsAreKnown(String extension, String mimeType, String codec, int bitDepth) {
        var encoder = codec.equals("mp3") ? "libmp3lame" : codec;
        var bytes = Clips.sound(extension, 1.5, "-c:a", encoder);

        var audio = Probed.as(ItemKind.AUDIO, bytes).audio();

        assertThat(audio.mimeType()).isEqualTo(mimeType);
        assertThat(audio.bytes()).isEqualTo(bytes.length);
        assertThat(audio.codec()).isEqualTo(codec);
        assertThat(audio.sampleRate()).isEqualTo(44_100);
        assertThat(audio.channels()).isEqualTo(1);
        assertThat(audio.bitDepth()).isEqualTo(bitDepth);
        assertThat(audio.durationSeconds()).isCloseTo(1.5, within(0.1));
    }

    @Test
    void aVideoIsNoSound() {
        var probed = Probed.as(ItemKind.AUDIO, Clips.mp4(10, 0.3)).fails(FailureCode.KIND_MISMATCH);

        assertThat(probed.message()).isEqualTo("Expected an audio file, got a file of type video/mp4");
    }

    @Test
    void aSongWithItsCoverIsStillASound() {
        var song = Clips.encoded(
                "mp3", 64, 64, "1", 1, 1.0, "-c:a", "libmp3lame", "-c:v", "mjpeg", "-disposition:v", "attached_pic");

        assertThat(Probed.as(ItemKind.AUDIO, song).audio().codec()).isEqualTo("mp3");
        Probed.as(ItemKind.VIDEO, song).fails(FailureCode.KIND_MISMATCH);
        var movie = MovieCorpus.sound("cover");
        assertThat(Probed.as(ItemKind.AUDIO, movie).audio().codec()).isEqualTo("aac");
        Probed.as(ItemKind.VIDEO, movie).fails(FailureCode.KIND_MISMATCH);
    }
}

package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FrameRate;
import io.accession.core.domain.ItemKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VideoProbingTest {

    @Test
    void anMp4IsKnownExactly() {
        var bytes = Clips.mp4(30, 1.0);

        var probed = Probed.as(ItemKind.VIDEO, bytes);

        var video = probed.video();
        assertThat(video.mimeType()).isEqualTo("video/mp4");
        assertThat(video.bytes()).isEqualTo(bytes.length);
        assertThat(video.width()).isEqualTo(160);
        assertThat(video.height()).isEqualTo(90);
        assertThat(video.durationSeconds()).isCloseTo(1.001, within(0.001));
        var track = probed.track();
        assertThat(track.frameRate()).isEqualTo(new FrameRate(30_000, 1001));
        assertThat(track.frameCount()).isEqualTo(30);
        assertThat(track.variableFrameRate()).isFalse();
        assertThat(track.codec()).isEqualTo("h264");
        assertThat(track.pixelFormat()).isEqualTo("yuv420p");
        assertThat(track.hasAudio()).isTrue();
        assertThat(track.warnings()).isEmpty();
    }

    @Test
    void containersOfVideoHaveTheirOwnTypes() {
        assertThat(Probed.as(ItemKind.VIDEO, Clips.webm(25, 0)).video().mimeType())
                .isEqualTo("video/webm");
        for (var container : new String[][] {
            {"mov", "video/quicktime"}, {"mkv", "video/x-matroska"}, {"avi", "video/x-msvideo"}, {"flv", "video/x-flv"}
        }) {
            var clip = Clips.encoded(container[0], 160, 90, "25", 25, 0, "-c:v", "libopenh264");
            var probed = Probed.as(ItemKind.VIDEO, clip);

            assertThat(probed.video().mimeType()).isEqualTo(container[1]);
            assertThat(probed.video().framesPerSecond()).as(container[0]).isEqualTo(25);
            assertThat(probed.track().variableFrameRate()).as(container[0]).isFalse();
        }
    }

    @Test
    void framesThatNoContainerCountsAreCountedInSmallFiles() {
        var probed = Probed.as(ItemKind.VIDEO, Clips.webm(25, 0));

        assertThat(probed.track().frameCount()).isEqualTo(25);
        assertThat(probed.track().frameRate()).isEqualTo(new FrameRate(25, 1));
        assertThat(probed.track().warnings()).isEmpty();
    }

    @Test
    void rotationSwapsTheSides() {
        var upright = Clips.mp4(10, 0);
        var rotated = upright.clone();
        turnQuarterClockwise(rotated);

        var probed = Probed.as(ItemKind.VIDEO, rotated);

        assertThat(probed.video().width()).isEqualTo(90);
        assertThat(probed.video().height()).isEqualTo(160);
        assertThat(probed.track().rotation()).isEqualTo(90);
    }

    @Test
    void framesAtUnequalDistancesAreNoticed() {
        var clip = Clips.mp4(40, 0, "-vf", "setpts='if(lt(N,20),N,20+(N-20)*3)/(25*TB)'", "-fps_mode", "vfr");

        var track = Probed.as(ItemKind.VIDEO, clip).track();

        assertThat(track.variableFrameRate()).isTrue();
        assertThat(track.warnings()).containsExactly("VARIABLE_FRAME_RATE");
    }

    @Test
    void interlacedVideoIsConstantWhateverReadsIt() {
        for (var container : new String[] {"mov", "mkv", "mpg"}) {
            var clip = Clips.encoded(container, 64, 48, "25", 25, 0, "-c:v", "mpeg2video", "-flags", "+ildct+ilme");

            var track = Probed.as(ItemKind.VIDEO, clip).track();

            assertThat(track.frameRate()).as(container).isEqualTo(new FrameRate(25, 1));
            assertThat(track.variableFrameRate()).as(container).isFalse();
        }
    }

    @Test
    void soundThatOutlastsThePicturesIsNoticed() {
        assertThat(Probed.as(ItemKind.VIDEO, Clips.mp4(30, 2.0)).track().warnings())
                .containsExactly("AUDIO_LONGER_THAN_VIDEO");
    }

    @Test
    void aLateFirstFrameIsNoticed() {
        var clip = Clips.encoded("ts", 160, 90, "25", 25, 0, "-c:v", "libopenh264");

        assertThat(Probed.as(ItemKind.VIDEO, clip).track().warnings()).contains("FIRST_TIMESTAMP_NOT_ZERO");
    }

    @Test
    void codecsThatNoBrowserPlaysAreNoticed() {
        var clip = Clips.encoded("mp4", 160, 90, "25", 25, 0, "-c:v", "mpeg4");

        assertThat(Probed.as(ItemKind.VIDEO, clip).track().warnings())
                .containsExactly("CODEC_NOT_PLAYABLE_IN_BROWSERS");
    }

    @Test
    void severalTracksOfPicturesAreNoticed() {
        var clip = Clips.mp4(25, 0, "-map", "0:v", "-map", "0:v");

        assertThat(Probed.as(ItemKind.VIDEO, clip).track().warnings()).containsExactly("SEVERAL_VIDEO_STREAMS");
    }

    @Test
    void aVideoWithoutPicturesIsOfAnotherKind() {
        var sound = Clips.encoded("mp4", 0, 0, "1", 0, 1.0, "-c:a", "aac");

        var probed = Probed.as(ItemKind.VIDEO, sound).fails(FailureCode.KIND_MISMATCH);

        assertThat(probed.message()).isEqualTo("Expected a video, got a file of type audio/mp4");
    }

    @Test
    void aVideoThatWasCutIsTruncatedWhereverItsIndexLies() {
        var indexAtEnd = Clips.mp4(30, 0);
        var indexInFront = Clips.mp4(30, 0, "-movflags", "+faststart");

        for (var bytes : new byte[][] {indexAtEnd, indexInFront}) {
            for (int length : new int[] {bytes.length - 1, bytes.length / 2, 100}) {
                Probed.as(ItemKind.VIDEO, Arrays.copyOf(bytes, length)).fails(FailureCode.OBJECT_TRUNCATED);
            }
        }
    }

    @Test
    void aContainerOfNothingIsDamaged() {
        var bytes = Bytes.bigEndian()
                .bytes(Avif.box("ftyp", Bytes.bigEndian().text("isom").u32(0).done()))
                .bytes(Avif.box("mdat", new byte[5000]));

        var probed = Probed.as(ItemKind.VIDEO, bytes.done()).fails(FailureCode.OBJECT_DAMAGED);

        assertThat(probed.message()).isEqualTo("No track can be read from this file of type video/mp4");
    }

    /** Writes the matrix of a clockwise quarter turn into the track header. */
    static void turnQuarterClockwise(byte[] mp4) {
        var text = new String(mp4, java.nio.charset.StandardCharsets.ISO_8859_1);
        int matrix = text.indexOf("tkhd") + 4 + 40;
        var turned = Bytes.bigEndian()
                .u32(0)
                .u32(0x10000)
                .u32(0)
                .u32(0xFFFF0000L)
                .u32(0)
                .u32(0)
                .u32(90 << 16)
                .u32(0)
                .u32(0x40000000)
                .done();
        System.arraycopy(turned, 0, mp4, matrix, turned.length);
    }
}

package io.accession.media;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FrameRate;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.render.RenderResult;
import io.accession.testkit.MemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos made anew. */
class VideoReencodingTest {

    private static final long LARGEST = 64 << 20;
    private static final String[] VARIABLE = {"-vf", "setpts='if(lt(N,20),N,20+(N-20)*3)/(25*TB)'", "-fps_mode", "vfr"};

    @TempDir
    Path work;

    @TempDir
    Path copies;

    private FfmpegReencoder reencoder;

    @BeforeEach
    void makeReencoder() {
        reencoder = reencoder(LARGEST, FfmpegReencoder.Pace.USUAL);
    }

    @AfterEach
    void closeReencoder() throws IOException {
        reencoder.close();
    }

    private FfmpegReencoder reencoder(long largestVideo, FfmpegReencoder.Pace pace) {
        return new FfmpegReencoder(Clips.CACHE, work, largestVideo, Probed.PROBER, pace);
    }

    private RenderResult reencode(byte[] clip) throws InterruptedException {
        return reencode(clip, Probed.as(ItemKind.VIDEO, clip).video());
    }

    private RenderResult reencode(byte[] clip, MediaFacts.Video facts) throws InterruptedException {
        var store = new MemoryStore();
        var budget = ReadBudget.forReencoding(clip.length);
        var view = StoredObjectView.passing(store, store.holds("b", "k", clip), budget, 2 << 20);
        return reencoder.reencode(view, facts, () -> true);
    }

    /** What became of the clip: facts that hold, and the file in which they were found. */
    private MediaFacts.Video reencoded(byte[] clip, Path copy) throws Exception {
        var result = reencode(clip);
        assertThat(result).isInstanceOf(RenderResult.Rendered.class);
        try (var video = ((RenderResult.Rendered) result).video()) {
            Files.copy(video.file(), copy);
            assertThat(video.facts().bytes()).isEqualTo(Files.size(copy));
            assertThat(video.facts().warnings()).isEmpty();
            return video.facts();
        }
    }

    private void fails(byte[] clip, FailureCode code) throws Exception {
        var result = reencode(clip);

        assertThat(result)
                .isInstanceOfSatisfying(
                        RenderResult.Unrenderable.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws IOException {
        try (var files = Files.list(work)) {
            assertThat(files).isEmpty();
        }
    }

    /** What ffprobe says of every frame of a track: where it is shown, in seconds. */
    private static List<Double> timestamps(Path video, String track) throws Exception {
        var programs = FfmpegPrograms.unpack(Clips.CACHE);
        var command = new ArrayList<>(List.of(programs.ffprobe().toString(), "-v", "error", "-select_streams", track));
        command.addAll(List.of("-show_entries", "frame=pts_time", "-output_format", "csv=p=0", video.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", programs.libraryPath().toString());
        var said = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Double.parseDouble(line.replace(",", "")))
                .toList();
    }

    private static void assertEven(List<Double> timestamps, FrameRate rate) {
        for (int i = 0; i < timestamps.size(); i++) {
            assertThat(timestamps.get(i)).isCloseTo(i / rate.perSecond(), within(0.000_01));
        }
    }

    @Test
    void aVariableRateBecomesItsAverage() throws Exception {
        var clip = Clips.mp4(40, 0, VARIABLE);
        var before = Probed.as(ItemKind.VIDEO, clip).track();
        assertThat(before.variableFrameRate()).isTrue();
        var copy = copies.resolve("vfr.mp4");

        var video = reencoded(clip, copy);

        var track = requireNonNull(video.track());
        assertThat(track.frameRate()).isEqualTo(before.frameRate());
        assertThat(track.variableFrameRate()).isFalse();
        assertThat(track.codec()).isEqualTo("h264");
        assertThat(track.hasAudio()).isFalse();
        assertThat(track.frameCount()).isBetween(39L, 41L);
        assertEven(timestamps(copy, "v:0"), track.frameRate());
        assertThat(timestamps(copy, "v:0")).hasSize(Math.toIntExact(requireNonNull(track.frameCount())));
        assertNothingIsLeft();
    }

    @Test
    void aConstantRateStaysExactAndKeepsEveryFrame() throws Exception {
        var clip = Clips.mp4(30, 2.0);
        var copy = copies.resolve("cfr.mp4");

        var video = reencoded(clip, copy);

        var track = requireNonNull(video.track());
        assertThat(track.frameRate()).isEqualTo(new FrameRate(30_000, 1_001));
        assertThat(track.frameCount()).isEqualTo(30);
        assertThat(track.hasAudio()).isTrue();
        assertEven(timestamps(copy, "v:0"), track.frameRate());
        assertThat(timestamps(copy, "a:0").getFirst()).isCloseTo(0, within(0.03));
        assertThat(timestamps(copy, "a:0").getLast()).isLessThan(1.1);
    }

    @Test
    void soundThatEndsEarlierLosesNoPictures() throws Exception {
        var copy = copies.resolve("short.mp4");

        var video = reencoded(Clips.mp4(60, 0.5), copy);

        assertThat(timestamps(copy, "v:0")).hasSize(60);
        assertThat(video.durationSeconds()).isCloseTo(2.0, within(0.01));
    }

    @Test
    void soundThatEndsLaterIsCutWhereOnlyTheContainerTellsADuration() throws Exception {
        var clip = Clips.encoded("mkv", 160, 90, "25", 25, 3.0, "-c:v", "mpeg4", "-c:a", "aac");
        var copy = copies.resolve("cut.mp4");

        reencoded(clip, copy);

        assertThat(timestamps(copy, "v:0")).hasSize(25);
        assertThat(timestamps(copy, "a:0").getLast()).isLessThan(1.1);
    }

    @Test
    void timestampsThatBeginLaterAndOtherCodecsAndOddSidesAreMended() throws Exception {
        var stream = Clips.encoded("ts", 160, 90, "25", 25, 0.5, "-c:v", "mpeg2video", "-c:a", "aac");
        var odd = Clips.encoded("mkv", 161, 91, "25", 25, 0, "-c:v", "ffv1");
        assertThat(Probed.as(ItemKind.VIDEO, stream).track().warnings())
                .contains("FIRST_TIMESTAMP_NOT_ZERO", "CODEC_NOT_PLAYABLE_IN_BROWSERS");
        var copy = copies.resolve("ts.mp4");
        var copyOfOdd = copies.resolve("odd.mp4");

        reencoded(stream, copy);
        var even = reencoded(odd, copyOfOdd);

        assertEven(timestamps(copy, "v:0"), new FrameRate(25, 1));
        assertThat(timestamps(copy, "v:0")).hasSize(25);
        assertThat(timestamps(copyOfOdd, "v:0")).hasSize(25);
        assertThat(List.of(even.width(), even.height())).containsExactly(162, 92);
    }

    @Test
    void rotationIsApplied() throws Exception {
        var rotated = Clips.mp4(10, 0);
        VideoProbingTest.turnQuarterClockwise(rotated);
        var copy = copies.resolve("turned.mp4");

        var video = reencoded(rotated, copy);

        assertThat(List.of(video.width(), video.height())).containsExactly(90, 160);
        assertThat(requireNonNull(video.track()).rotation()).isZero();
    }

    @Test
    void aVideoThatCannotBeDecodedToItsEndIsDamaged() throws Exception {
        var clip = Clips.mp4(30, 0, "-movflags", "+faststart");
        Arrays.fill(clip, clip.length / 2, clip.length, (byte) 0x5A);

        fails(clip, FailureCode.OBJECT_DAMAGED);
    }

    @Test
    void aVideoThatBecomesTooLargeIsRefusedAndTakesNoDisk() throws Exception {
        reencoder.close();
        reencoder = reencoder(1_000, FfmpegReencoder.Pace.USUAL);

        fails(Clips.mp4(30, 0), FailureCode.RENDERING_TOO_LARGE);
    }

    @Test
    void moreTimeThanTheDurationAllowsIsNotGiven() throws Exception {
        reencoder.close();
        reencoder = reencoder(LARGEST, new FfmpegReencoder.Pace(Duration.ofMillis(1), 0));

        var result = reencode(Clips.mp4(30, 0));

        assertThat(result)
                .isInstanceOfSatisfying(
                        RenderResult.Delayed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.RENDERING_TIMED_OUT));
        assertNothingIsLeft();
    }

    @Test
    void theTimeGrowsWithTheDurationUpToADay() {
        var pace = FfmpegReencoder.Pace.USUAL;

        assertThat(pace.patience(0)).isEqualTo(Duration.ofMinutes(10));
        assertThat(pace.patience(600)).isEqualTo(Duration.ofMinutes(210));
        assertThat(pace.patience(1e12)).isEqualTo(Duration.ofHours(24));
    }
}

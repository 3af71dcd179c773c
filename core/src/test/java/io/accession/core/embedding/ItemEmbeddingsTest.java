package io.accession.core.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.FrameRate;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.schema.TypedValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which frames of a video are indexed, and whose vectors are whose. */
final class ItemEmbeddingsTest {

    private static final MetadataSchema SCHEMA = new MetadataSchema(
            Map.of("clip", new FieldType.Embedding(2, null), "weather", new FieldType.Scalar(ScalarType.VARCHAR)));

    private static ItemEmbeddings of(ItemKind kind, @Nullable MediaFacts facts, MetadataSchema schema, String json) {
        return ItemEmbeddings.of(kind, facts, new MetadataReading(schema).read(json.replace('\'', '"')));
    }

    private static ItemEmbeddings video(@Nullable MediaFacts facts, String reserved) {
        return of(ItemKind.VIDEO, facts, SCHEMA, "{'$encord': " + reserved + "}");
    }

    private static MediaFacts probed(FrameRate rate, @Nullable Long frames, double seconds) {
        var track = new MediaFacts.VideoTrack(rate, frames, false, "h264", null, 0, false, List.of());
        return new MediaFacts.Video("video/mp4", 1, 1, 1, rate.perSecond(), seconds, track);
    }

    private static MediaFacts supplied(double perSecond, double seconds) {
        return new MediaFacts.Video("video/mp4", 1, 1, 1, perSecond, seconds, null);
    }

    private static List<Long> numbers(ItemEmbeddings embeddings) {
        return embeddings.frames().stream().map(IndexedFrame::number).toList();
    }

    @Test
    void anItemHasTheVectorsOfItsMetadata() {
        var image = of(ItemKind.IMAGE, null, SCHEMA, "{'clip': [1, 2], 'weather': 'rain'}");

        assertThat(image.vectors()).containsOnlyKeys("clip");
        assertThat(image.vectors().values())
                .singleElement()
                .satisfies(vector -> assertThat(vector.value()).containsExactly(1, 2));
        assertThat(image.frames()).isEmpty();
        assertThat(image.faults()).isEmpty();
    }

    @Test
    void aVectorIsAPlainValueUntilItsKeyIsDeclared() {
        var metadata = "{'clip': [1, 2], '$encord': {'frames': {'3': {'clip': [3, 4]}}}}";

        var before = of(ItemKind.VIDEO, supplied(25, 1), MetadataSchema.empty(), metadata);
        var after = of(ItemKind.VIDEO, supplied(25, 1), SCHEMA, metadata);

        assertThat(before.vectors()).isEmpty();
        assertThat(before.frames()).allMatch(frame -> frame.values().isEmpty());
        assertThat(after.vectors()).containsOnlyKeys("clip");
        assertThat(after.frames().get(1).values()).containsOnlyKeys("clip");
    }

    @Test
    void aVideoIsSampledOncePerSecondWhenNothingIsSaid() {
        assertThat(numbers(of(ItemKind.VIDEO, supplied(25, 3.5), SCHEMA, "{}"))).containsExactly(0L, 25L, 50L, 75L);
    }

    @Test
    void keyFramesAreIndexedBesideTheSamplesWithTheirMetadata() {
        var video = video(supplied(25, 3), "{'frames': {'25': {'weather': 'rain'}, '7': {'clip': [1, 2]}, '74': {}}}");

        assertThat(numbers(video)).containsExactly(0L, 7L, 25L, 50L, 74L);
        assertThat(video.frames()).extracting(IndexedFrame::isKeyFrame).containsExactly(false, true, true, false, true);
        assertThat(video.frames().get(2).values()).isEqualTo(Map.of("weather", new TypedValue.Words("rain")));
    }

    @Test
    void aRateOfZeroIndexesTheFirstFrameAndTheKeyFrames() {
        assertThat(numbers(video(supplied(25, 60), "{'config': {'sampling_rate': 0}, 'frames': {'30': {}}}")))
                .containsExactly(0L, 30L);
    }

    @ParameterizedTest
    @CsvSource({
        "30000, 1001, 1, 29 59 89 119",
        "30000, 1001, 2, 14 29 44 59",
        "24000, 1001, 0.5, 47 95 143 191",
        "25, 1, 10, 2 5 7 10",
        "25, 1, 25, 1 2 3 4",
        "25, 1, 1000, 1 2 3 4",
        "1, 10, 1, 1 2 3 4",
    })
    void samplesAreTheFramesShownAtTheirTimes(long frames, long seconds, String rate, String expected) {
        var video =
                video(probed(new FrameRate(frames, seconds), 1_000L, 1), "{'config': {'sampling_rate': " + rate + "}}");

        assertThat(numbers(video).stream().skip(1).limit(4).map(String::valueOf))
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1001, 30000",
        "1000.99, 29999",
        "0.0333666, 0",
        "0.0333667, 1",
        "2002, 59999", // the end is the last frame
    })
    void secondsBecomeFramesExactly(String seconds, long frame) {
        var video = video(
                probed(new FrameRate(30_000, 1_001), 60_000L, 2_002),
                "{'config': {'keyframe_mode': 'seconds', 'sampling_rate': 0}, 'frames': {'" + seconds + "': {}}}");

        assertThat(video.frames())
                .filteredOn(IndexedFrame::isKeyFrame)
                .extracting(IndexedFrame::number)
                .containsExactly(frame);
        assertThat(video.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "frame, 75",
        "frame, -1",
        "frame, 1.0",
        "frame, ' 1'",
        "frame, first",
        "frame, ''",
        "seconds, 3.01",
        "seconds, -1",
        "seconds, 1e1",
        "seconds, NaN",
    })
    void aKeyFrameThatTheVideoDoesNotHaveIsToldAndLeftOut(String mode, String name) {
        var video = video(
                supplied(25, 3),
                "{'config': {'keyframe_mode': '" + mode + "', 'sampling_rate': 0}, 'frames': {'" + name
                        + "': {'weather': 'x'}}}");

        assertThat(numbers(video)).containsExactly(0L);
        assertThat(video.faults()).extracting(MetadataFault::pointer).containsExactly("/$encord/frames/" + name);
    }

    @Test
    void aFrameNamedTwiceCountsOnce() {
        var video = video(supplied(25, 3), "{'frames': {'7': {'weather': 'rain'}, '07': {'weather': 'sun'}}}");

        assertThat(video.frames().get(1).values()).isEqualTo(Map.of("weather", new TypedValue.Words("rain")));
        assertThat(video.faults()).extracting(MetadataFault::pointer).containsExactly("/$encord/frames/07");
    }

    @Test
    void ofAVideoWithoutAFrameRateTheFirstFrameAndTheNumberedKeyFramesAreIndexed() {
        assertThat(numbers(video(null, "{'frames': {'70000': {}}}"))).containsExactly(0L, 70_000L);
        assertThat(video(supplied(0, 3), "{'config': {'keyframe_mode': 'seconds'}, 'frames': {'1': {}}}")
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("frame rate is not known"));
    }

    @Test
    void otherKindsHaveNoFrames() {
        var image = of(ItemKind.IMAGE, null, SCHEMA, "{'$encord': {'frames': {'0': {'clip': [1, 2]}}}}");

        assertThat(image.frames()).isEmpty();
        assertThat(image.faults()).extracting(MetadataFault::pointer).containsExactly("/$encord/frames");
    }

    @Test
    void aLongVideoIsSampledMoreSeldom() {
        var video = video(supplied(50, 400_000), "{'frames': {'3': {}}}");

        assertThat(video.frames()).hasSize(ItemEmbeddings.MOST_FRAMES);
        assertThat(numbers(video)).startsWith(0L, 3L, 200L, 400L).doesNotHaveDuplicates();
        assertThat(video.frames().getLast().number()).isGreaterThan(19_999_000);
        assertThat(video.faults())
                .containsExactly(new MetadataFault(
                        "/$encord/config/sampling_rate",
                        "The video would have 400000 samples; 99999 are taken, evenly over the video.",
                        true));
    }

    @Test
    void keyFramesBeyondTheBoundAreLeftOut() {
        var frames = IntStream.rangeClosed(1, 100_001)
                .mapToObj(n -> "'" + n + "':{}")
                .collect(Collectors.joining(","));

        var video = video(supplied(50, 400_000), "{'config':{'sampling_rate':0},'frames':{" + frames + "}}");

        assertThat(video.frames()).hasSize(ItemEmbeddings.MOST_FRAMES).allMatch(IndexedFrame::isKeyFrame);
        assertThat(video.frames().getLast().number()).isEqualTo(100_000);
        assertThat(video.faults()).extracting(MetadataFault::pointer).containsExactly("/$encord/frames");
    }
}

package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.domain.MediaFacts.Audio;
import io.accession.core.domain.MediaFacts.Video;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.testkit.MemoryStore;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader of headers says what ffprobe says, or says nothing. */
class MovieOracleTest {

    private static final TrackProber FFPROBE = new TrackProber(Clips.CACHE, ChildLimits.USUAL);

    /** What only a decoder or an estimate tells. Whatever else is in the corpus has to be understood. */
    private static final Set<String> LEFT_TO_FFPROBE = Set.of(
            "mpeg2 interlaced",
            "vp9 rgb",
            "mjpeg",
            "png",
            "fragmented, negative offsets",
            "fragmented with sidx and sound",
            "fragmented, global sidx and sound",
            "encrypted",
            "one frame dropped",
            "coarse timescale",
            "timescale 600, ntsc",
            "aac 16 kHz",
            "mp3 mov",
            "eac3",
            "pcm 24",
            "pcm mp4",
            "aac mov");

    /** Of fragmented files ffprobe counts what is outside the fragments only. */
    private static final Set<String> COUNTED_WRONGLY = Set.of("fragmented, moov with samples");

    @AfterAll
    static void close() throws Exception {
        FFPROBE.close();
    }

    static Stream<String> videos() {
        return MovieCorpus.VIDEOS.keySet().stream();
    }

    static Stream<String> sounds() {
        return MovieCorpus.SOUNDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("videos")
    void videosAreWhatFfprobeSays(String name) throws Exception {
        assertAgreement(ItemKind.VIDEO, name, MovieCorpus.video(name));
    }

    @ParameterizedTest
    @MethodSource("sounds")
    void soundsAreWhatFfprobeSays(String name) throws Exception {
        assertAgreement(ItemKind.AUDIO, name, MovieCorpus.sound(name));
    }

    private static void assertAgreement(ItemKind kind, String name, byte[] movie) throws Exception {
        var understood = understood(kind, movie);

        assertThat(understood.isEmpty()).as(name + " is left to ffprobe").isEqualTo(LEFT_TO_FFPROBE.contains(name));
        if (understood.isPresent()) {
            var said = ffprobe(kind, movie);
            assertThat(understood.get()).isEqualTo(COUNTED_WRONGLY.contains(name) ? counted(said, 50) : said);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 8, false", "1, 8, true", "1, 10, false", "2, 8, true", "2, 10, false", "0, 8, false"})
    void pixelsOfH265AreWhatFfprobeSays(int chroma, int depth, boolean fullRange) throws Exception {
        var movie = HevcSamples.movie(128, 64, chroma, depth, fullRange).done();

        assertThat(understood(ItemKind.VIDEO, movie)).contains(ffprobe(ItemKind.VIDEO, movie));
    }

    @Test
    void editsAndOffsetsMoveTheStartAsFfprobeSays() throws Exception {
        assertSame(made().edits(500, 0xFFFFFFFFL, 1000, 0));
        assertSame(made().edits(500, 0xFFFFFFFFL, 250, 0xFFFFFFFFL, 600, 512));
        assertSame(made().edits(400, 1024));
        assertSame(made().offsets(0, 1024, 1536, 0));
        assertSame(made().offsets(1, 512, 512, -512));
        assertSame(made().offsets(1, 512, 512, -512).edits(1000, 512));
        assertThat(understood(ItemKind.VIDEO, made().edits(400, 0, 300, 6400).done()))
                .isEmpty();
    }

    private static MadeMovie made() {
        return HevcSamples.movie(128, 64, 1, 8, false);
    }

    private static void assertSame(MadeMovie made) throws Exception {
        var movie = made.done();
        assertThat(understood(ItemKind.VIDEO, movie)).contains(ffprobe(ItemKind.VIDEO, movie));
    }

    /** What the reader of headers makes of the file, if it is sure. */
    private static Optional<MediaFacts> understood(ItemKind kind, byte[] movie) throws Exception {
        var view = view(kind, movie);
        return switch (MovieReader.read(new BlockReader(view, MovieReader.MOST_BLOCKS), movie.length)) {
            case MovieReading.Unsure _ -> Optional.empty();
            case MovieReading.Understood(var report) ->
                Optional.of(
                        kind == ItemKind.VIDEO
                                ? VideoFacts.of(report).facts(report, ContentType.MPEG_TRANSPORT, view.stat())
                                : AudioFacts.of(report, ContentType.MPEG_TRANSPORT, view.stat()));
        };
    }

    /** As if the file were of a type that is always left to ffprobe. */
    private static MediaFacts ffprobe(ItemKind kind, byte[] movie) throws Exception {
        var view = view(kind, movie);
        return FFPROBE.probe(kind, ContentType.MPEG_TRANSPORT, new BlockReader(view), view, view.stat());
    }

    private static StoredObjectView view(ItemKind kind, byte[] movie) {
        var store = new MemoryStore();
        return new StoredObjectView(store, store.holds("b", "k", movie), ReadBudget.forProbing(kind));
    }

    private static MediaFacts counted(MediaFacts said, long frames) {
        return switch (said) {
            case Video video -> {
                var track = java.util.Objects.requireNonNull(video.track());
                yield new Video(
                        video.mimeType(),
                        video.bytes(),
                        video.width(),
                        video.height(),
                        video.framesPerSecond(),
                        video.durationSeconds(),
                        new MediaFacts.VideoTrack(
                                track.frameRate(),
                                frames,
                                track.variableFrameRate(),
                                track.codec(),
                                track.pixelFormat(),
                                track.rotation(),
                                track.hasAudio(),
                                track.warnings()));
            }
            case Audio audio -> audio;
            default -> throw new AssertionError(said);
        };
    }
}

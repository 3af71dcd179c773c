package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemKind;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.testkit.MemoryStore;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the boxes of a movie claim, only an answer comes out, within the reader's own limits. */
class DamagedMoviesTest {

    private static final int MUTATIONS = 4000;
    private static final int MOST_BYTES = 48 << 20;
    private static final int MOST_FLIPS = 6;

    @Test
    void aMovieIsReadWithOneRequestAndABigOneWithTwo() {
        assertThat(read(made().done(), "sound")).isEqualTo(1);
        assertThat(read(made().behind(3 << 20).done(), "header at the end")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 7, 9, 0x7FFFFFFFL, 0xFFFFFFFFL})
    void boxesMayLieAboutTheirSize(long size) {
        for (var parent :
                List.of("ftyp", "moov", "mvhd", "trak", "mdia", "stbl", "stsd", "hvc1", "hvcC", "stts", "stsz")) {
            var movie = made().done();
            ByteBuffer.wrap(movie).putInt(MovieCorpus.find(movie, parent, 0) - 4, (int) size);

            read(movie, parent + " of size " + size);
        }
    }

    @Test
    void largeSizesMayBeNegativeOrEndless() {
        for (long size : new long[] {0, 1, 15, 16, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            var lying =
                    Bytes.bigEndian().u32(1).text("moov").u64(size).zeros(64).done();
            var type = Avif.box("ftyp", new byte[8]);

            assertUnsure(MadeMovie.joined(type, lying));
            assertUnsure(MadeMovie.joined(type, Avif.box("moov", lying)));
        }
    }

    @Test
    void aMillionTinyBoxesAreGivenUp() {
        var tiny = Bytes.bigEndian();
        for (int i = 0; i < 1_000_000; i++) {
            tiny.u32(8).text("free");
        }
        var boxes = tiny.done();

        assertUnsure(MadeMovie.joined(boxes, made().done()));
        assertThat(read(made().with(boxes).done(), "inside moov")).isLessThan(30);
    }

    @Test
    void aThousandBoxesInsideEachOtherAreNotFollowed() {
        var nested = new byte[0];
        for (int i = 0; i < 1000; i++) {
            nested = Avif.box(i % 2 == 0 ? "trak" : "mdia", nested);
        }

        assertUnsure(MadeMovie.joined(Avif.box("ftyp", new byte[8]), Avif.box("moov", nested)));
        read(made().with(nested).done(), "behind the track");
    }

    @Test
    void tablesMayClaimMoreThanTheyHold() {
        for (long claimed : new long[] {2, 0x10000000L, 0x7FFFFFFFL, 0xFFFFFFFFL}) {
            assertUnsure(made().times(Bytes.bigEndian()
                            .u32(0)
                            .u32(claimed)
                            .u32(25)
                            .u32(512)
                            .done())
                    .done());
        }
        assertUnsure(made().times(Bytes.bigEndian()
                        .u32(0)
                        .u32(1)
                        .u32(0xFFFFFFFFL)
                        .u32(0xFFFFFFFFL)
                        .done())
                .done());
        assertUnsure(made().samples(0xFFFFFFFFL).done());
        assertUnsure(made().times(Bytes.bigEndian().u32(0).u32(1).u32(25).u32(0).done())
                .done());
    }

    /** As many frames as ten hours have, each at a distance of its own: nothing is kept of them but counts. */
    @Test
    void longTablesAreReadInBlocks() {
        int frames = 1_080_000;
        var table = Bytes.bigEndian().u32(0).u32(frames);
        for (int i = 0; i < frames; i++) {
            table.u32(1).u32(i % 2 == 0 ? 300 : 900);
        }
        var movie = made().times(table.done()).samples(frames).done();
        var view = view(movie);

        assertThat(reading(view, movie)).isInstanceOf(MovieReading.Understood.class);

        assertThat(view.requests()).isLessThan(32);
        assertThat(view.bytesRead()).isLessThan(movie.length + 1);
    }

    @Test
    void cutAnywhereBeforeItsSamplesTheMovieIsLeftToFfprobe() {
        var movie = made().done();
        for (int end = movie.length - 1001; end > 0; end--) {
            assertUnsure(Arrays.copyOf(movie, end));
        }
    }

    @Test
    void flippedAnywhere() {
        long seed = Long.getLong("accession.test.seed", System.nanoTime());
        System.out.println("DamagedMoviesTest: -Daccession.test.seed=" + seed);
        var random = new Random(seed);
        var sound = List.of(
                made().edits(500, 0xFFFFFFFFL, 1000, 0).offsets(1, 512, 512).done(),
                MovieCorpus.plain(),
                MovieCorpus.video("fragmented with sidx"),
                MovieCorpus.sound("aac"));
        for (byte[] movie : sound) {
            int header = Math.max(0, MovieCorpus.find(movie, "moov", 0) - 40);
            for (int i = 0; i < MUTATIONS; i++) {
                read(mutated(movie, header, random), "seed " + seed + ", mutation " + i);
            }
        }
    }

    private static byte[] mutated(byte[] movie, int header, Random random) {
        var damaged = movie.clone();
        int flips = 1 + random.nextInt(MOST_FLIPS);
        for (int flip = 0; flip < flips; flip++) {
            int place = header + random.nextInt(damaged.length - header);
            damaged[place] = switch (random.nextInt(4)) {
                case 0 -> (byte) 0xFF;
                case 1 -> 0;
                case 2 -> (byte) (damaged[place] ^ (1 << random.nextInt(8)));
                default -> (byte) random.nextInt();
            };
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    private static MadeMovie made() {
        return HevcSamples.movie(128, 64, 1, 8, false);
    }

    private static void assertUnsure(byte[] movie) {
        var view = view(movie);

        assertThat(reading(view, movie)).isInstanceOf(MovieReading.Unsure.class);
        assertThat(view.requests()).isLessThanOrEqualTo(MovieReader.MOST_BLOCKS);
    }

    /** The requests that it took. */
    private static int read(byte[] movie, String what) {
        var view = view(movie);
        try {
            reading(view, movie);
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
        assertThat(view.requests()).as(what).isLessThanOrEqualTo(MovieReader.MOST_BLOCKS);
        assertThat(view.bytesRead()).as(what).isLessThanOrEqualTo(MOST_BYTES);
        return view.requests();
    }

    private static MovieReading reading(StoredObjectView view, byte[] movie) {
        try {
            return MovieReader.read(new BlockReader(view, MovieReader.MOST_BLOCKS), movie.length);
        } catch (io.accession.core.object.ObjectUnavailableException e) {
            throw new AssertionError(e);
        }
    }

    private static StoredObjectView view(byte[] movie) {
        var store = new MemoryStore();
        return new StoredObjectView(store, store.holds("b", "k", movie), ReadBudget.forProbing(ItemKind.VIDEO));
    }
}

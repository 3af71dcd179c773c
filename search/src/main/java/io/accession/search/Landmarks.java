package io.accession.search;

import io.accession.search.layout.Crew;
import io.accession.search.layout.PlaneLayout;
import io.accession.search.layout.PrincipalAxes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The vectors that a map is fitted to: reduced to their principal axes, in an order that looks like chance and is always the same. */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred thousand, which nobody compares
record Landmarks(List<Landmark> all, PrincipalAxes axes, float[][] reduced, int[] prints) {

    static final int MOST = 100_000;

    private static final int MOST_SAMPLED = 5_000;
    private static final int LEAST_SAMPLED = 1_000;
    private static final int NUMBERS_SAMPLED = 8_000_000;

    /** Where a vector is, and whose. {@code rank} is its place in the order. */
    record Landmark(long rank, int segment, int ordinal, long high, long low, int frame) {

        static Landmark of(int segment, MappedVectors.Cursor cursor) throws IOException {
            return new Landmark(rankOf(cursor), segment, cursor.ordinal(), cursor.high(), cursor.low(), cursor.frame());
        }

        private static long rankOf(MappedVectors.Cursor cursor) throws IOException {
            return Mixing.mix(cursor.high() ^ Mixing.mix(cursor.low() + cursor.frame()));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Where they lie: x and y of each, not a number where that is not known. */
    float[] places(PlacedPoints points) {
        var places = new float[2 * all.size()];
        try (var looking = points.look()) {
            for (int i = 0; i < all.size(); i++) {
                var one = all.get(i);
                boolean isKnown = looking.at(one.high, one.low, one.frame);
                places[2 * i] = isKnown ? looking.x() : Float.NaN;
                places[2 * i + 1] = isKnown ? looking.y() : Float.NaN;
            }
        }
        return places;
    }

    /** Some of all vectors, or all of them where they are few: mostly the same ones as before when others came or went. */
    static Landmarks choose(MappedVectors vectors, Crew crew) throws IOException {
        long last = lastRank(vectors, crew);
        var chosen = new ConcurrentLinkedQueue<Landmark>();
        vectors.visit(crew, (segment, cursor) -> {
            if (Landmark.rankOf(cursor) <= last) {
                chosen.add(Landmark.of(segment, cursor));
            }
        });
        return read(vectors, chosen.stream(), crew);
    }

    /** Up to which rank there are as many as wanted. */
    private static long lastRank(MappedVectors vectors, Crew crew) throws IOException {
        if (vectors.size() <= MOST) {
            return Long.MAX_VALUE;
        }
        var ranks = new long[vectors.segments().size()][];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = new long[vectors.size(vectors.segments().get(i).reader())];
            Arrays.fill(ranks[i], Long.MAX_VALUE);
        }
        vectors.visit(crew, (segment, cursor) -> ranks[segment][cursor.ordinal()] = Landmark.rankOf(cursor));
        var sorted = Arrays.stream(ranks).flatMapToLong(Arrays::stream).sorted();
        return sorted.skip(MOST - 1).findFirst().orElse(Long.MAX_VALUE);
    }

    /** Those that a map was fitted to, as far as they are still there. */
    static Landmarks of(MappedVectors vectors, PlacedPoints points, Crew crew) throws IOException {
        var kept = new ConcurrentLinkedQueue<Landmark>();
        crew.share(1, (from, to) -> {
            try (var looking = points.look()) {
                for (int i = 0; i < vectors.segments().size(); i++) {
                    addKept(vectors, i, looking, kept);
                }
            }
        });
        return read(vectors, kept.stream(), crew);
    }

    private static void addKept(
            MappedVectors vectors, int segment, PlacedPoints.Look looking, ConcurrentLinkedQueue<Landmark> kept)
            throws IOException {
        var reader = vectors.segments().get(segment).reader();
        int size = vectors.size(reader);
        if (size == 0) {
            return;
        }
        var cursor = vectors.cursor(reader);
        for (int ordinal = 0; ordinal < size; ordinal++) {
            if (cursor.at(ordinal)
                    && looking.at(cursor.high(), cursor.low(), cursor.frame())
                    && looking.isLandmark()
                    && looking.print() == MappedVectors.print(cursor.vector())) {
                kept.add(Landmark.of(segment, cursor));
            }
        }
    }

    private static Landmarks read(MappedVectors vectors, Stream<Landmark> found, Crew crew) throws IOException {
        var all = found.sorted(Comparator.comparingLong(Landmark::rank)
                        .thenComparingLong(Landmark::high)
                        .thenComparingLong(Landmark::low)
                        .thenComparingInt(Landmark::frame))
                .toList();
        var reduced = new float[all.size()][];
        var prints = new int[all.size()];
        if (all.isEmpty()) {
            return new Landmarks(all, PrincipalAxes.of(new float[1][1], 1, crew), reduced, prints);
        }
        var axes = axes(vectors, all, crew);
        var inPlace = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> all.get(i).segment)
                        .thenComparingInt(i -> all.get(i).ordinal))
                .mapToInt(Integer::intValue)
                .toArray();
        crew.share(inPlace.length, (from, to) -> {
            var cursors = new Cursors(vectors);
            for (int i = from; i < to; i++) {
                var vector = cursors.vector(all.get(inPlace[i]));
                reduced[inPlace[i]] = axes.along(vector);
                prints[inPlace[i]] = MappedVectors.print(vector);
            }
        });
        return new Landmarks(all, axes, reduced, prints);
    }

    private static PrincipalAxes axes(MappedVectors vectors, List<Landmark> all, Crew crew) throws IOException {
        int wanted = Math.clamp(NUMBERS_SAMPLED / vectors.dimension(), LEAST_SAMPLED, MOST_SAMPLED);
        var sample = new float[Math.min(all.size(), wanted)][];
        crew.share(1, (from, to) -> {
            var cursors = new Cursors(vectors);
            for (int i = 0; i < sample.length; i++) {
                sample[i] = cursors.vector(all.get(i)).clone();
            }
        });
        return PrincipalAxes.of(sample, PlaneLayout.AXES, crew);
    }

    /** For reading here and there, by one thread. */
    private static final class Cursors {

        private final MappedVectors vectors;
        private final MappedVectors.Cursor[] bySegment;

        Cursors(MappedVectors vectors) {
            this.vectors = vectors;
            this.bySegment = new MappedVectors.Cursor[vectors.segments().size()];
        }

        float[] vector(Landmark landmark) throws IOException {
            if (bySegment[landmark.segment] == null) {
                bySegment[landmark.segment] =
                        vectors.cursor(vectors.segments().get(landmark.segment).reader());
            }
            return bySegment[landmark.segment].vector(landmark.ordinal);
        }
    }
}

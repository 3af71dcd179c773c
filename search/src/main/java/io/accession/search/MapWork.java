package io.accession.search;

import io.accession.core.map.EmbeddingMap;
import io.accession.core.map.MapClaim;
import io.accession.core.map.MapStore;
import io.accession.core.map.PackedPoints;
import io.accession.core.map.PackedPoints.Point;
import io.accession.core.map.PointSet;
import io.accession.search.layout.Crew;
import io.accession.search.layout.PlaneLayout;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** Work on one map under a claim: fitting a version, and placing what is not on it. What was stored is not done again after a crash. */
final class MapWork {

    private static final int SET = 1 << 15;

    /** More sets than this are put together. */
    private static final int MOST_SETS = 64;

    /** The share of the work that fitting is, where there is anything to place. */
    private static final double FITTING = 0.5;

    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

    private final MapStore store;
    private final MapClaim claim;
    private final MappedVectors vectors;
    private final Crew crew;
    private long reportedAt = System.nanoTime();

    MapWork(MapStore store, MapClaim claim, IndexReader reader, String field, Crew crew) {
        this.store = store;
        this.claim = claim;
        this.vectors = new MappedVectors(reader, field);
        this.crew = crew;
    }

    /** Computes the version after the present one, or goes on where that was left; null when it came to nothing. */
    @Nullable
    PlacedPoints compute(EmbeddingMap map, PlacedPoints present) throws IOException {
        var next = new PlacedPoints(map.version() + 1);
        read(store, claim.key(), next);
        boolean placesOthers = vectors.size() > Landmarks.MOST;
        if (next.count() == 0 && !fit(next, present, placesOthers ? FITTING : 1)) {
            return null;
        }
        if (placesOthers && !place(next, FITTING)) {
            return null;
        }
        return store.publish(claim, next.bounds()) ? next : null;
    }

    private boolean fit(PlacedPoints next, PlacedPoints present, double share) throws IOException {
        var landmarks = Landmarks.choose(vectors, crew);
        if (landmarks.isEmpty()) {
            store.fail(
                    claim, "The index has no vector under '" + claim.key() + "'. Have it computed again when it has.");
            return false;
        }
        var before = present.version() == 0 ? null : landmarks.places(present);
        DoubleConsumer progress = done -> report(share * done);
        var layout = PlaneLayout.fit(landmarks.reduced(), before, crew, progress);
        if (!store.append(claim, next.version(), sets(landmarks, layout))) {
            return false;
        }
        read(store, claim.key(), next);
        return true;
    }

    private void report(double share) {
        long now = System.nanoTime();
        if (now - reportedAt > BETWEEN_REPORTS.toNanos()) {
            reportedAt = now;
            store.report(claim, (int) (EmbeddingMap.WHOLE * share));
        }
    }

    private static List<PointSet.Content> sets(Landmarks landmarks, PlaneLayout layout) {
        var sets = new ArrayList<PointSet.Content>();
        int count = landmarks.all().size();
        for (int from = 0; from < count; from += SET) {
            int to = Math.min(count, from + SET);
            var points = PackedPoints.of(to - from);
            for (int i = from; i < to; i++) {
                var one = landmarks.all().get(i);
                points.add(
                        new Point(one.high(), one.low(), one.frame(), landmarks.prints()[i], layout.x(i), layout.y(i)));
            }
            sets.add(points.content(true));
        }
        return sets;
    }

    /** Places whatever is not on the map. False when the claim was lost, or no landmark is left. */
    boolean place(PlacedPoints points) throws IOException {
        return place(points, 1) && compact(points);
    }

    private boolean place(PlacedPoints points, double from) throws IOException {
        var landmarks = Landmarks.of(vectors, points, crew);
        if (landmarks.isEmpty()) {
            store.fail(
                    claim, "None of the vectors that the map was fitted to is there any more. Have it computed anew.");
            return false;
        }
        var layout = PlaneLayout.of(landmarks.reduced(), landmarks.places(points), crew);
        var missing = new MissingPoints(vectors, points, landmarks.axes(), layout, crew);
        var looked = new Looked(vectors.size());
        for (var segment : vectors.segments()) {
            boolean isOurs = missing.place(segment.reader(), (placed, count) -> {
                boolean isKept = placed.points().length == 0 || store.append(claim, points.version(), List.of(placed));
                read(store, claim.key(), points);
                report(from + (1 - from) * looked.share(count));
                return isKept;
            });
            if (!isOurs) {
                return false;
            }
        }
        return true;
    }

    private static final class Looked {

        private final long all;
        private long looked;

        Looked(long all) {
            this.all = all;
        }

        double share(long more) {
            looked += more;
            return (double) looked / all;
        }
    }

    private boolean compact(PlacedPoints points) {
        if (points.placedSets() <= MOST_SETS) {
            return true;
        }
        var sets = points.placed(SET);
        int last = points.lastSet();
        points.forgetSets();
        return store.replacePlaced(claim, points.version(), last, sets);
    }

    /** Adds the sets that are not among the points yet. */
    static void read(MapStore store, String key, PlacedPoints points) {
        while (true) {
            var sets = store.read(key, points.version(), points.lastSet(), 1);
            if (sets.isEmpty()) {
                return;
            }
            points.add(sets);
        }
    }
}

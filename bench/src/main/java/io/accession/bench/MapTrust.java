package io.accession.bench;

import io.accession.core.search.MappedPoints;
import io.accession.search.layout.Crew;
import io.accession.search.layout.Nearest;
import io.accession.search.layout.PrincipalAxes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/** How far pictures of vectors are to be trusted: of the ten points nearest to one, the share whose vectors are among the hundred nearest in truth. */
final class MapTrust {

    private static final int NEAR = 10;
    private static final int ABOUT = 100;
    private static final int SAMPLED = 2_000;

    private final BenchVectors vectors;
    private final List<Set<Integer>> about;

    /** Looks at the first {@code count} vectors, each time compared with all. */
    MapTrust(BenchVectors vectors, int count) {
        this.vectors = vectors;
        var all = IntStream.range(0, vectors.count()).mapToObj(vectors::vector).toArray(float[][]::new);
        this.about = IntStream.range(0, count)
                .mapToObj(of -> nearest(all, of, ABOUT))
                .toList();
    }

    private static Set<Integer> nearest(float[][] all, int of, int count) {
        var nearest = new Nearest(count);
        for (int i = 0; i < all.length; i++) {
            if (i != of) {
                nearest.offer(i, VectorUtil.squareDistance(all[of], all[i]));
            }
        }
        var numbers = new HashSet<Integer>();
        for (int place = 0; place < nearest.count(); place++) {
            numbers.add(nearest.number(place));
        }
        return numbers;
    }

    double of(MappedPoints map) {
        var places = new float[vectors.count()][];
        for (int i = 0; i < map.frames().length; i++) {
            int item = BenchVectors.number(map.ids()[2 * i + 1]);
            places[item] = new float[] {map.coordinates()[2 * i], map.coordinates()[2 * i + 1]};
        }
        return share(places);
    }

    /** The yardstick: the two directions in which the vectors differ the most. */
    double ofForemostAxes() {
        try (var crew = new Crew(1, () -> false)) {
            var sample = IntStream.range(0, Math.min(SAMPLED, vectors.count()))
                    .mapToObj(i -> vectors.vector(i).clone())
                    .toArray(float[][]::new);
            var axes = PrincipalAxes.of(sample, 2, crew);
            return share(IntStream.range(0, vectors.count())
                    .mapToObj(i -> axes.along(vectors.vector(i)))
                    .toArray(float[][]::new));
        }
    }

    private double share(float[][] places) {
        long kept = 0;
        for (int of = 0; of < about.size(); of++) {
            var drawn = nearest(places, of, NEAR);
            kept += drawn.stream().filter(about.get(of)::contains).count();
        }
        return kept / (double) (NEAR * about.size());
    }
}

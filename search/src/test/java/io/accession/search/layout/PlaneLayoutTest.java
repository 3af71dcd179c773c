package io.accession.search.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaneLayoutTest {

    private static final int VECTORS = 1_200;
    private static final int SIZE = 48;
    private static final int GROUPS = 30;
    private static final int NEAR = 10;
    private static final int ABOUT = 40;

    private final Crew crew = new Crew(2, () -> false);

    @AfterEach
    void close() {
        crew.close();
    }

    /** Groups that lie anywhere; those of a group differ in four ways. */
    private static float[][] groups(int count, long seed) {
        var shape = new Random(1);
        var middles = gaussian(shape, GROUPS, SIZE, 1);
        var ways = gaussian(shape, 4, SIZE, 0.2);
        var random = new Random(seed);
        var vectors = new float[count][];
        for (int i = 0; i < count; i++) {
            vectors[i] = middles[random.nextInt(GROUPS)].clone();
            for (var way : ways) {
                float weight = (float) random.nextGaussian();
                for (int j = 0; j < SIZE; j++) {
                    vectors[i][j] += weight * way[j];
                }
            }
        }
        return vectors;
    }

    private static float[][] gaussian(Random random, int rows, int columns, double scale) {
        var matrix = new float[rows][columns];
        for (var row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) (scale * random.nextGaussian());
            }
        }
        return matrix;
    }

    private float[][] along(float[][] vectors, float[][] sample) {
        var axes = PrincipalAxes.of(
                Arrays.stream(sample).map(float[]::clone).toArray(float[][]::new), PlaneLayout.AXES, crew);
        return Arrays.stream(vectors).map(axes::along).toArray(float[][]::new);
    }

    private static float[][] places(PlaneLayout layout, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new float[] {layout.x(i), layout.y(i)})
                .toArray(float[][]::new);
    }

    private static Set<Integer> nearest(float[][] vectors, int of, int count) {
        var nearest = new Nearest(count);
        for (int i = 0; i < vectors.length; i++) {
            if (i != of) {
                nearest.offer(i, VectorUtil.squareDistance(vectors[of], vectors[i]));
            }
        }
        var numbers = new HashSet<Integer>();
        for (int place = 0; place < nearest.count(); place++) {
            numbers.add(nearest.number(place));
        }
        return numbers;
    }

    /** Of the nearest ten on the plane of a hundred vectors, the share that is among the nearest forty in truth. */
    private static double trust(float[][] vectors, float[][] places) {
        int kept = 0;
        for (int of = 0; of < 100; of++) {
            var drawn = nearest(places, of, NEAR);
            drawn.retainAll(nearest(vectors, of, ABOUT));
            kept += drawn.size();
        }
        return kept / (100.0 * NEAR);
    }

    /** Of ten neighbours that chance chooses among all, a third of one is right; of ten of the same group, all are among the nearest forty. */
    @Test
    void whatLiesTogetherIsAlikeFarMoreOftenThanAlongTheForemostAxes() {
        var vectors = groups(VECTORS, 2);
        var reduced = along(vectors, vectors);

        var layout = PlaneLayout.fit(reduced, null, crew, share -> {});

        double ofLayout = trust(vectors, places(layout, VECTORS));
        double ofAxes = trust(
                vectors,
                Arrays.stream(reduced).map(vector -> Arrays.copyOf(vector, 2)).toArray(float[][]::new));
        assertThat(ofLayout).isGreaterThan(0.9);
        assertThat(ofAxes).isLessThan(0.75 * ofLayout);
    }

    @Test
    void theSameVectorsLieTheSameWhateverTheNumberOfThreads() {
        var vectors = groups(300, 3);
        try (var alone = new Crew(1, () -> false)) {
            var one = PlaneLayout.fit(vectors, null, alone, share -> {});
            var two = PlaneLayout.fit(vectors, null, crew, share -> {});

            assertThat(places(two, 300)).isDeepEqualTo(places(one, 300));
        }
    }

    @Test
    void fittingAgainMovesLittleAndTakesTheNewIn() {
        var vectors = groups(VECTORS, 2);
        var before = new float[2 * VECTORS];
        Arrays.fill(before, Float.NaN);
        int known = VECTORS - 100;
        var first = PlaneLayout.fit(Arrays.copyOf(vectors, known), null, crew, share -> {});
        for (int i = 0; i < known; i++) {
            before[2 * i] = first.x(i);
            before[2 * i + 1] = first.y(i);
        }

        var second = PlaneLayout.fit(vectors, before, crew, share -> {});

        var moved = IntStream.range(0, known)
                .mapToDouble(i -> Math.hypot(second.x(i) - first.x(i), second.y(i) - first.y(i)))
                .average()
                .orElseThrow();
        double width = IntStream.range(0, known).mapToDouble(first::x).max().orElseThrow()
                - IntStream.range(0, known).mapToDouble(first::x).min().orElseThrow();
        assertThat(moved).isLessThan(width / 20);
        assertThat(trust(vectors, places(second, VECTORS))).isGreaterThan(0.9);
    }

    @Test
    void whatComesLaterIsPlacedAmongItsLike() {
        var landmarks = groups(VECTORS, 2);
        var layout = PlaneLayout.fit(landmarks, null, crew, share -> {});
        var later = groups(100, 4);

        var placing = layout.placing();
        var all = new float[100 + VECTORS][];
        var places = new float[100 + VECTORS][];
        for (int i = 0; i < 100; i++) {
            placing.place(later[i]);
            all[i] = later[i];
            places[i] = new float[] {placing.x(), placing.y()};
        }
        System.arraycopy(landmarks, 0, all, 100, VECTORS);
        System.arraycopy(places(layout, VECTORS), 0, places, 100, VECTORS);

        assertThat(trust(all, places)).isGreaterThan(0.85);
    }

    @Test
    void fewAndEqualVectorsHaveTheirPlacesToo() {
        for (int count : new int[] {1, 2, 3, 4, 20}) {
            var equal = new float[count][];
            Arrays.fill(equal, new float[] {1, 0, 0});

            var layout = PlaneLayout.fit(along(equal, equal), null, crew, share -> {});

            assertThat(Arrays.asList(places(layout, count))).allSatisfy(place -> {
                assertThat(place[0]).isFinite();
                assertThat(place[1]).isFinite();
            });
        }
    }

    @Test
    void workThatIsCalledOffEnds() {
        try (var idle = new Crew(1, () -> true)) {
            assertThatThrownBy(() -> PlaneLayout.fit(groups(50, 5), null, idle, share -> {}))
                    .isInstanceOf(CancellationException.class);
        }
    }
}

package io.accession.search.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickingTest {

    private static void noHurry() {}

    private static List<Integer> points(List<Scored> scored) {
        return scored.stream().map(Scored::point).toList();
    }

    @Test
    void aDiverseChoiceTakesOneOfEachClusterBeforeASecondOfAny() {
        var vectors = new GivenVectors(32).clustered(2_000, 12, 0.2);

        var picked = DiverseChoice.of(vectors.points(), 12, PickingTest::noHurry);

        var clusters = new HashSet<Integer>();
        points(picked).forEach(point -> clusters.add(point % 12));
        assertThat(clusters).hasSize(12);
        assertThat(picked.getFirst().point()).isZero();
        assertThat(picked.getFirst().distance()).isNaN();
        assertThat(picked.stream().skip(1).map(Scored::distance)).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(DiverseChoice.of(vectors.points(), 12, PickingTest::noHurry)).isEqualTo(picked);
    }

    @Test
    void aDiverseChoiceOfMoreThanThereAreIsAllOnce() {
        var points = new HashPoints(new long[] {1, 1, 0xFF, 1});

        assertThat(points(DiverseChoice.of(points, 10, PickingTest::noHurry))).containsExactly(0, 2, 1, 3);
        assertThat(DiverseChoice.of(new HashPoints(new long[0]), 10, PickingTest::noHurry))
                .isEmpty();
    }

    @Test
    void whatHasNothingNearItIsAnOutlier() {
        var vectors = new GivenVectors(32).clustered(3_000, 5, 0.3).scattered(3);

        var found = Outliers.of(vectors.points(), 3, PickingTest::noHurry);

        assertThat(found.isExact()).isTrue();
        assertThat(points(found.outliers())).containsExactlyInAnyOrder(3_000, 3_001, 3_002);
    }

    @Test
    void outliersAreThoseThatComparingAllPairsFinds() {
        var points = new GivenVectors(24).clustered(2_500, 7, 1).points();

        var found = Outliers.of(points, 50, PickingTest::noHurry);

        assertThat(found.isExact()).isTrue();
        var expected = byAllPairs(points).subList(0, 50);
        assertThat(points(found.outliers())).isEqualTo(points(expected));
        for (int i = 0; i < 50; i++) {
            assertThat(found.outliers().get(i).distance())
                    .isCloseTo(expected.get(i).distance(), within(1e-9));
        }
    }

    private static List<Scored> byAllPairs(Points points) {
        var scored = new ArrayList<Scored>();
        for (int one = 0; one < points.count(); one++) {
            var distances = new ArrayList<Double>();
            for (int other = 0; other < points.count(); other++) {
                if (other != one) {
                    distances.add(points.distance(one, other));
                }
            }
            Collections.sort(distances);
            scored.add(new Scored(
                    one,
                    distances.stream()
                            .limit(10)
                            .mapToDouble(distance -> distance)
                            .average()
                            .orElseThrow()));
        }
        scored.sort(Scored.NEAREST_FIRST.reversed());
        return scored;
    }

    @Test
    void aLonelyPointHasNoDistance() {
        assertThat(Outliers.of(new HashPoints(new long[] {5}), 3, PickingTest::noHurry)
                        .outliers())
                .containsExactly(new Scored(0, Double.NaN));
        assertThat(Outliers.of(new HashPoints(new long[0]), 3, PickingTest::noHurry)
                        .outliers())
                .isEmpty();
    }

    @Test
    void fewPointsAreComparedWithAllOthersThereAre() {
        var found = Outliers.of(new HashPoints(new long[] {0, 0, 1, 0xFFFF}), 2, PickingTest::noHurry);

        assertThat(found.outliers())
                .containsExactly(new Scored(3, (16 + 16 + 15) / 3.0), new Scored(0, (1 + 16) / 3.0));
    }
}

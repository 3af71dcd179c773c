package io.accession.search.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

    private static void noHurry() {}

    private static List<List<Integer>> groups(NearDuplicates.Found found) {
        var groups = new ArrayList<List<Integer>>();
        for (var group : found.groups()) {
            var numbers = new ArrayList<Integer>();
            for (int point : group) {
                numbers.add(point);
            }
            groups.add(numbers);
        }
        return groups;
    }

    @Test
    void vectorsWithinTheThresholdAreOneGroupAndOthersAreNot() {
        var vectors = new GivenVectors(32)
                .scattered(6)
                .nearTo(2, 0.05)
                .nearTo(4, 0.01)
                .nearTo(4, 0.2);

        var found = NearDuplicates.of(vectors.points(), 0.05 + 1e-6, NearDuplicatesTest::noHurry);

        assertThat(found.isExact()).isTrue();
        assertThat(groups(found)).containsExactly(List.of(2, 6), List.of(4, 7));
    }

    @Test
    void whatIsNearOverOthersIsInTheSameGroup() {
        var vectors =
                new GivenVectors(2).vector(1, 0).vector(1, 0.2f).vector(1, 0.4f).vector(-1, 0);

        var found = NearDuplicates.of(vectors.points(), 0.02, NearDuplicatesTest::noHurry);

        assertThat(groups(found)).containsExactly(List.of(0, 1, 2));
    }

    @Test
    void ofManyVectorsNinetyFivePercentOfThePairsAtTheThresholdAreFoundAndNoOthers() {
        for (var vectors : List.of(new GivenVectors(48).scattered(6_000), new GivenVectors(48).leaning(6_000))) {
            for (int i = 0; i < 400; i++) {
                vectors.nearTo(i, 0.0399);
            }

            var found = NearDuplicates.of(vectors.points(), 0.04, NearDuplicatesTest::noHurry);

            assertThat(found.isExact()).isFalse();
            assertThat(groups(found)).allMatch(group -> group.size() == 2 && group.get(1) == group.get(0) + 6_000);
            assertThat(found.groups()).hasSizeGreaterThan(380);
        }
    }

    @Test
    void aCrowdOfEqualVectorsIsOneGroup() {
        var vectors = new GivenVectors(16).scattered(5_000);
        for (int i = 0; i < 2_000; i++) {
            vectors.nearTo(17, 0);
        }

        var groups = groups(NearDuplicates.of(vectors.points(), 0.001, NearDuplicatesTest::noHurry));

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst()).hasSize(2_001).startsWith(17, 5_000);
    }

    @Test
    void allPairsOfHashesWithinTheThresholdAreFound() {
        var random = new Random(3);
        var hashes = new long[4_000];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = i % 2 == 0 ? random.nextLong() : flipped(hashes[i - 1], random.nextInt(16), random);
        }
        for (int threshold : new int[] {0, 3, 4, 7, 8, 11}) {
            var found = NearDuplicates.of(new HashPoints(hashes), threshold, NearDuplicatesTest::noHurry);

            assertThat(found.isExact()).isTrue();
            assertThat(pairs(found)).isEqualTo(pairs(hashes, threshold));
        }
    }

    private static long flipped(long hash, int bits, Random random) {
        long flipped = hash;
        while (Long.bitCount(flipped ^ hash) < bits) {
            flipped ^= 1L << random.nextInt(64);
        }
        return flipped;
    }

    private static Set<List<Integer>> pairs(NearDuplicates.Found found) {
        return new HashSet<>(groups(found));
    }

    /** The hashes are pairs: no chance brings others together. */
    private static Set<List<Integer>> pairs(long[] hashes, int threshold) {
        var pairs = new HashSet<List<Integer>>();
        for (int one = 0; one < hashes.length; one++) {
            for (int other = one + 1; other < hashes.length; other++) {
                if (Long.bitCount(hashes[one] ^ hashes[other]) <= threshold) {
                    pairs.add(List.of(one, other));
                }
            }
        }
        return pairs;
    }

    @Test
    void equalHashesAreOneGroupHoweverMany() {
        var hashes = new long[50_000];
        hashes[10] = -1;

        var groups = groups(NearDuplicates.of(new HashPoints(hashes), 11, NearDuplicatesTest::noHurry));

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst()).hasSize(49_999).doesNotContain(10);
    }

    @Test
    void theLargestGroupComesFirst() {
        var hashes = new long[] {1L << 40, 0xFFFF, 1L << 40, 0xFFFF, 0xFFFF, -1};

        assertThat(groups(NearDuplicates.of(new HashPoints(hashes), 0, NearDuplicatesTest::noHurry)))
                .containsExactly(List.of(1, 3, 4), List.of(0, 2));
    }

    @Test
    void whoeverRunsOutOfTimeEndsTheWork() {
        var vectors = new GivenVectors(16).scattered(6_000).points();

        assertThatThrownBy(() -> NearDuplicates.of(vectors, 0.1, () -> {
                    throw new IllegalStateException("time is over");
                }))
                .hasMessage("time is over");
    }
}

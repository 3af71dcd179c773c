package io.accession.search.compare;

import java.util.Arrays;

/**
 * Finds all pairs of hashes that differ in few bits. Of the four bands of 16 bits that a hash has, one at least differs in a quarter of those bits, or
 * fewer: the hashes that have such a band are looked up in a table of all bands (multi-index hashing).
 */
final class HashPairs {

    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;
    private static final int BAND_VALUES = 1 << BAND_BITS;
    private static final int BETWEEN_CHECKS = 1 << 8;

    private final HashPoints points;
    private final int threshold;
    private final Runnable pace;

    HashPairs(HashPoints points, int threshold, Runnable pace) {
        this.points = points;
        this.threshold = threshold;
        this.pace = pace;
    }

    void unite(Grouping grouping) {
        var firsts = firstOfEach(grouping);
        var flips = flips(threshold / BANDS);
        for (int band = 0; band < BANDS; band++) {
            unite(grouping, firsts, band, flips);
        }
    }

    /** Unites what is equal, and gives the first point of each hash: equal ones need no looking up. */
    private int[] firstOfEach(Grouping grouping) {
        var sorted = new Integer[points.count()];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (one, other) -> {
            int order = Long.compare(points.hash(one), points.hash(other));
            return order == 0 ? Integer.compare(one, other) : order;
        });
        var firsts = new int[sorted.length];
        int count = 0;
        for (int point : sorted) {
            if (count > 0 && points.hash(firsts[count - 1]) == points.hash(point)) {
                grouping.unite(firsts[count - 1], point);
            } else {
                firsts[count++] = point;
            }
        }
        return Arrays.copyOf(firsts, count);
    }

    /** All values of a band with at most so many bits. */
    private static int[] flips(int most) {
        var flips = new int[BAND_VALUES];
        int count = 0;
        for (int value = 0; value < BAND_VALUES; value++) {
            if (Integer.bitCount(value) <= most) {
                flips[count++] = value;
            }
        }
        return Arrays.copyOf(flips, count);
    }

    private void unite(Grouping grouping, int[] firsts, int band, int[] flips) {
        var table = new Table(firsts, band);
        for (int i = 0; i < firsts.length; i++) {
            int point = firsts[i];
            int value = value(point, band);
            for (int flip : flips) {
                table.unite(grouping, point, value ^ flip);
            }
            if (i % BETWEEN_CHECKS == 0) {
                pace.run();
            }
        }
    }

    private int value(int point, int band) {
        return (int) (points.hash(point) >>> (band * BAND_BITS)) & (BAND_VALUES - 1);
    }

    /** Points by the value of one of their bands. */
    private final class Table {

        private final int[] starts = new int[BAND_VALUES + 1];
        private final int[] sorted;

        Table(int[] among, int band) {
            for (int point : among) {
                starts[value(point, band) + 1]++;
            }
            for (int value = 0; value < BAND_VALUES; value++) {
                starts[value + 1] += starts[value];
            }
            var next = starts.clone();
            this.sorted = new int[among.length];
            for (int point : among) {
                sorted[next[value(point, band)]++] = point;
            }
        }

        void unite(Grouping grouping, int point, int value) {
            long hash = points.hash(point);
            for (int i = starts[value]; i < starts[value + 1]; i++) {
                int other = sorted[i];
                if (other > point && Long.bitCount(hash ^ points.hash(other)) <= threshold) {
                    grouping.unite(point, other);
                }
            }
        }
    }
}

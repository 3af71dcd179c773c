package io.accession.search.compare;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Finds pairs of vectors that are near to each other without comparing all: each has a signature, which says on what side of random planes through
 * the middle of all it lies (locality-sensitive hashing). Vectors that are near to each other agree on all planes of one table out of several;
 * only those that do are compared. There are as many tables as it takes to find a pair at the threshold with a probability of 97 %.
 */
final class SignaturePairs {

    private static final double MISSED = 0.03;
    private static final int MOST_TABLES = 128;
    private static final int LEAST_PLANES = 8;
    private static final int LEAST_ROTATED = 64;
    private static final long SEED = 0x6163_6365_7373L;

    /** In a crowd that agrees on a table's planes, each is compared with so many that agree best beyond them. */
    private static final int CROWD = 128;

    private static final int BETWEEN_CHECKS = 1 << 8;

    private final VectorPoints points;
    private final VectorPoints.Vectors vectors;
    private final double threshold;
    private final Runnable pace;

    SignaturePairs(VectorPoints points, double threshold, Runnable pace) {
        this.points = points;
        this.vectors = points.vectors();
        this.threshold = threshold;
        this.pace = pace;
    }

    void unite(Grouping grouping) {
        var middle = middle();
        var tables = Tables.of(points.count(), agreement(middle));
        var signatures = signatures(middle, tables.planes() * tables.count());
        for (int table = 0; table < tables.count(); table++) {
            unite(grouping, signatures, table * tables.planes(), tables.planes());
        }
    }

    private float[] middle() {
        var sums = new double[vectors.size()];
        for (int point = 0; point < points.count(); point++) {
            var vector = vectors.vector(point);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += vector[i];
            }
            checkPace(point);
        }
        var middle = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            middle[i] = (float) (sums[i] / points.count());
        }
        return middle;
    }

    /**
     * How often two vectors at the threshold lie on the same side of a plane: as seen from the middle they are farther apart than from the origin,
     * the more so the closer together all are.
     */
    private double agreement(float[] middle) {
        double squares = 0;
        for (float number : middle) {
            squares += (double) number * number;
        }
        double spread = Math.max(1 - squares, 1e-6);
        return 1 - Math.acos(Math.max(-1, 1 - threshold / spread)) / Math.PI;
    }

    /** How many tables there are, and how many planes each has. */
    private record Tables(int count, int planes) {

        /** Enough planes that few agree by chance; fewer where that took too many tables. */
        static Tables of(int points, double agreement) {
            int planes = Math.max(LEAST_PLANES, 64 - Long.numberOfLeadingZeros(points));
            while (planes > LEAST_PLANES && count(planes, agreement) > MOST_TABLES) {
                planes--;
            }
            return new Tables((int) Math.min(MOST_TABLES, count(planes, agreement)), planes);
        }

        private static double count(int planes, double agreement) {
            double found = Math.pow(agreement, planes);
            return found >= 1 - MISSED ? 1 : Math.ceil(Math.log(MISSED) / Math.log1p(-found));
        }
    }

    /** The bits of all points, one after the other; each point's begin with a whole number of 64 bits. */
    private static final class Signatures {

        private final long[] bits;
        private final int words;

        Signatures(long[] bits, int words) {
            this.bits = bits;
            this.words = words;
        }

        /** {@code count} bits, fewer than 64, from {@code from} on; around the end to the beginning. */
        long read(int point, int from, int count) {
            int word = from / Long.SIZE % words;
            int shift = from % Long.SIZE;
            long low = bits[point * words + word] >>> shift;
            long high = shift == 0 ? 0 : bits[point * words + (word + 1) % words] << (Long.SIZE - shift);
            return (low | high) & ((1L << count) - 1);
        }
    }

    private Signatures signatures(float[] middle, int planes) {
        int size = Math.max(LEAST_ROTATED, Integer.highestOneBit(2 * vectors.size() - 1));
        int rotations = Math.ceilDiv(planes, size);
        int words = rotations * size / Long.SIZE;
        var bits = new long[points.count() * words];
        var random = new SplittableRandom(SEED);
        var shifted = new float[middle.length];
        for (int rotation = 0; rotation < rotations; rotation++) {
            var turning = new RandomRotation(size, random);
            for (int point = 0; point < points.count(); point++) {
                var vector = vectors.vector(point);
                for (int i = 0; i < shifted.length; i++) {
                    shifted[i] = vector[i] - middle[i];
                }
                var turned = turning.turn(shifted);
                int base = point * words + rotation * size / Long.SIZE;
                for (int i = 0; i < size; i++) {
                    if (turned[i] > 0) {
                        bits[base + i / Long.SIZE] |= 1L << (i % Long.SIZE);
                    }
                }
                checkPace(point);
            }
        }
        return new Signatures(bits, words);
    }

    private void unite(Grouping grouping, Signatures signatures, int from, int planes) {
        int numbering = Long.SIZE - Long.numberOfLeadingZeros(points.count());
        int beyond = Long.SIZE - 1 - numbering - planes;
        var sorted = new long[points.count()];
        for (int point = 0; point < sorted.length; point++) {
            long agreeing =
                    signatures.read(point, from, planes) << beyond | signatures.read(point, from + planes, beyond);
            sorted[point] = agreeing << numbering | point;
        }
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            for (int j = i + 1; j < Math.min(sorted.length, i + CROWD); j++) {
                if (sorted[i] >>> (numbering + beyond) != sorted[j] >>> (numbering + beyond)) {
                    break;
                }
                compare(grouping, point(sorted[i], numbering), point(sorted[j], numbering));
            }
            checkPace(i);
        }
    }

    private static int point(long sorted, int numbering) {
        return (int) (sorted & ((1L << numbering) - 1));
    }

    private void compare(Grouping grouping, int one, int other) {
        if (!grouping.areTogether(one, other) && points.distance(one, other) <= threshold) {
            grouping.unite(one, other);
        }
    }

    private void checkPace(int done) {
        if (done % BETWEEN_CHECKS == 0) {
            pace.run();
        }
    }
}

package io.accession.search.compare;

import java.util.Arrays;

/** The least distances that were seen, in ascending order. Their mean falls, or stays, with each that is added once there are enough. */
final class NearestDistances {

    private final double[] least;
    private int count;

    NearestDistances(int most) {
        this.least = new double[most];
    }

    void clear() {
        count = 0;
    }

    /** Whether it is among the least. */
    boolean add(double distance) {
        if (count == least.length && (count == 0 || distance >= least[count - 1])) {
            return false;
        }
        int at = count < least.length ? count++ : count - 1;
        while (at > 0 && least[at - 1] > distance) {
            least[at] = least[at - 1];
            at--;
        }
        least[at] = distance;
        return true;
    }

    /** Positive infinity as long as there are too few, so that what is unknown bounds nothing. */
    double bound() {
        return count < least.length ? Double.POSITIVE_INFINITY : mean();
    }

    /** NaN of none. */
    double mean() {
        return count == 0 ? Double.NaN : Arrays.stream(least, 0, count).sum() / count;
    }
}

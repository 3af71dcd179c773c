package io.accession.core.search;

/** Which items are compared with one another: those that pass the filter and have what they are compared by. */
public sealed interface Comparison {

    /** So many are picked at most. */
    int MOST_PICKED = 1_000;

    Filter filter();

    Measure by();

    /** Groups of items that are as near as the threshold, at most, to one another or to something between them. */
    record NearDuplicates(Filter filter, Measure by, double threshold) implements Comparison {
        public NearDuplicates {
            if (!(threshold >= 0 && threshold <= by.greatestThreshold())) {
                throw new IllegalArgumentException("not a threshold: " + threshold);
            }
        }
    }

    /** A few items out of all. */
    record Pick(Filter filter, Measure by, Choice choice, int count) implements Comparison {
        public Pick {
            if (count < 1 || count > MOST_PICKED) {
                throw new IllegalArgumentException("1 to " + MOST_PICKED + " items are picked, not " + count);
            }
        }
    }

    enum Choice {
        /** The one that was registered first, then each time the one that is farthest from all that were picked. */
        DIVERSE,
        /** Those whose ten nearest are farthest from them on average. */
        OUTLIERS
    }
}

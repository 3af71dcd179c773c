package io.accession.core.search;

/** How all hits, not those of the page only, are counted. */
public sealed interface Facet {

    int MOST = 1_000;

    SearchField field();

    /** By value: the {@code most} frequent ones, equal counts in the order of their values. The field is countable. */
    record Terms(SearchField field, int most) implements Facet {
        public Terms {
            if (most < 1 || most > MOST) {
                throw new IllegalArgumentException("a facet has 1 to " + MOST + " values, not " + most);
            }
        }
    }

    /** In {@code buckets} equal steps from the least to the greatest value of the hits; one, when these are the same. The field is a scale. */
    record Histogram(SearchField field, int buckets) implements Facet {
        public Histogram {
            if (buckets < 1 || buckets > MOST) {
                throw new IllegalArgumentException("a histogram has 1 to " + MOST + " buckets, not " + buckets);
            }
        }
    }
}

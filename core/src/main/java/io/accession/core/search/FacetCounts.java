package io.accession.core.search;

import io.accession.core.schema.TypedValue;
import java.util.List;

/** The hits, counted. */
public sealed interface FacetCounts {

    SearchField field();

    /** Hits without a value. */
    long missing();

    /** {@code values} is how many different ones there are, shown or not. */
    record Terms(SearchField field, List<Term> terms, long values, long missing) implements FacetCounts {
        public Terms {
            terms = List.copyOf(terms);
        }
    }

    record Term(TypedValue value, long count) {}

    /** Empty when no hit has a value. */
    record Histogram(SearchField field, List<Bucket> buckets, long missing) implements FacetCounts {
        public Histogram {
            buckets = List.copyOf(buckets);
        }
    }

    /** {@code from} is in the bucket, {@code to} only in the last one. */
    record Bucket(TypedValue from, TypedValue to, long count) {}
}

package io.accession.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** All hits, counted. {@code missing} have no value. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FacetCounts.Terms.class, name = "terms"),
    @JsonSubTypes.Type(value = FacetCounts.Histogram.class, name = "histogram")
})
public sealed interface FacetCounts {

    String field();

    long missing();

    /** The most frequent values; {@code values} is how many different ones there are. */
    record Terms(String field, List<SearchResults.Term> terms, long values, long missing) implements FacetCounts {
        public Terms {
            terms = List.copyOf(terms);
        }
    }

    record Histogram(String field, List<SearchResults.Bucket> buckets, long missing) implements FacetCounts {
        public Histogram {
            buckets = List.copyOf(buckets);
        }
    }
}

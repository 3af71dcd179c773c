package io.accession.search;

import io.accession.core.search.Facet;
import io.accession.core.search.FacetCounts;
import java.io.IOException;

/** Counts matches by their values, in the columns that the index keeps of them. */
final class FacetCounting {

    private FacetCounting() {}

    static FacetCounts count(Facet facet, Matches matches, IndexThreads threads, Deadline deadline) throws IOException {
        return switch (facet) {
            case Facet.Terms terms -> new TermsCounting(terms, deadline).count(matches, threads);
            case Facet.Histogram histogram -> new HistogramCounting(histogram, deadline).count(matches, threads);
        };
    }
}

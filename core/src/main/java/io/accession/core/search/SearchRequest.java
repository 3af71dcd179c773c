package io.accession.core.search;

import io.accession.core.registry.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param limit of the page; 0 for counts and facets only
 * @param after null for the first page
 */
public record SearchRequest(
        Filter filter,
        @Nullable Similar similar,
        SearchOrder order,
        List<Facet> facets,
        int limit,
        @Nullable SearchPosition after) {

    public SearchRequest {
        facets = List.copyOf(facets);
        if (limit < 0 || limit > PageRequest.MAXIMUM_LIMIT) {
            throw new IllegalArgumentException(
                    "a page has at most " + PageRequest.MAXIMUM_LIMIT + " hits, not " + limit);
        }
    }

    public SearchRequest with(@Nullable Similar other) {
        return new SearchRequest(filter, other, order, facets, limit, after);
    }

    /** The page behind that position. */
    public SearchRequest after(SearchPosition position) {
        return new SearchRequest(filter, similar, order, facets, limit, position);
    }
}

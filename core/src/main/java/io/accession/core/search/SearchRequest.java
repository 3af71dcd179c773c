package io.accession.core.search;

import io.accession.core.registry.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param frames null to find items; otherwise hits are the frames that pass it, of the items that pass the filter. Nothing is like them
 * @param limit of the page; 0 for counts and facets only
 * @param after null for a page that does not begin behind a position
 * @param offset how many hits are passed over; 0 for a page that begins behind a position
 */
public record SearchRequest(
        Filter filter,
        @Nullable Similar similar,
        @Nullable Filter frames,
        SearchOrder order,
        List<Facet> facets,
        int limit,
        @Nullable SearchPosition after,
        long offset) {

    public SearchRequest {
        facets = List.copyOf(facets);
        if (offset < 0 || (offset > 0 && after != null)) {
            throw new IllegalArgumentException(
                    "a page begins behind a position or a number of hits, got " + after + " and " + offset);
        }
        if (limit < 0 || limit > PageRequest.MAXIMUM_LIMIT) {
            throw new IllegalArgumentException(
                    "a page has at most " + PageRequest.MAXIMUM_LIMIT + " hits, not " + limit);
        }
    }

    /** One that finds items. */
    public SearchRequest(
            Filter filter,
            @Nullable Similar similar,
            SearchOrder order,
            List<Facet> facets,
            int limit,
            @Nullable SearchPosition after) {
        this(filter, similar, null, order, facets, limit, after);
    }

    public SearchRequest(
            Filter filter,
            @Nullable Similar similar,
            @Nullable Filter frames,
            SearchOrder order,
            List<Facet> facets,
            int limit,
            @Nullable SearchPosition after) {
        this(filter, similar, frames, order, facets, limit, after, 0);
    }

    /** The same that finds the items whose frames are looked for. */
    public SearchRequest ofItems() {
        return frames == null
                ? this
                : new SearchRequest(
                        new Filter.And(List.of(filter, new Filter.Frames(frames))),
                        similar,
                        null,
                        order,
                        facets,
                        limit,
                        after,
                        offset);
    }

    public SearchRequest with(@Nullable Similar other) {
        return new SearchRequest(filter, other, frames, order, facets, limit, after, offset);
    }

    /** The page that begins with the hit of that number, counted from 0. */
    public SearchRequest from(long hit) {
        return new SearchRequest(filter, similar, frames, order, facets, limit, null, hit);
    }

    /** The page behind that position. */
    public SearchRequest after(SearchPosition position) {
        return new SearchRequest(filter, similar, frames, order, facets, limit, position);
    }
}

package io.accession.core.search;

import io.accession.core.domain.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param total of all pages
 * @param facets in the order of the request
 * @param next null at the end, and when the page's limit is 0
 */
public record SearchHits(
        List<Hit> hits,
        long total,
        List<FacetCounts> facets,
        @Nullable SearchPosition next,
        Precision precision) {

    public SearchHits {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
    }

    /**
     * An item, or a frame of one.
     *
     * @param frame of a video, when that is what was found; counts from 0
     * @param score comparable within one search only; 0 when nothing was scored
     */
    public record Hit(ItemId item, @Nullable Long frame, double score) {}

    public enum Precision {
        /** These are the hits. */
        EXACT,
        /** Neighbours were looked for in a graph: a few of the nearest may be missing. */
        ESTIMATED
    }
}

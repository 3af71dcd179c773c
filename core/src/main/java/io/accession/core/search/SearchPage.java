package io.accession.core.search;

import io.accession.core.registry.RegisteredItem;
import io.accession.core.search.SearchHits.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found, with the items as the catalogue has them. An item that was removed since the index saw it is not among them.
 *
 * @param total of all pages
 * @param nextToken null at the end
 */
public record SearchPage(
        List<FoundItem> results,
        long total,
        List<FacetCounts> facets,
        @Nullable String nextToken,
        Precision precision) {

    public SearchPage {
        results = List.copyOf(results);
        facets = List.copyOf(facets);
    }

    /**
     * An item, or a frame of one.
     *
     * @param frame null for the item as a whole
     */
    public record FoundItem(RegisteredItem item, @Nullable Long frame, double score) {}
}

package io.accession.core.plan;

import io.accession.core.domain.ItemId;
import java.util.Map;

/**
 * What became of a slice's entries when it was planned.
 *
 * @param knownItems by ordinal
 */
public record SliceCounts(
        Map<Integer, ItemId> knownItems,
        int repeated,
        int trusted,
        int toProbe,
        int registered,
        int metadataUpdated,
        int failed) {

    public SliceCounts {
        knownItems = Map.copyOf(knownItems);
    }

    public int known() {
        return knownItems.size();
    }
}

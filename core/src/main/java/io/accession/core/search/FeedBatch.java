package io.accession.core.search;

import io.accession.core.domain.ItemId;
import java.util.List;

/**
 * Changes that follow one another. An item that changed is named once, as it is now.
 *
 * @param changed items that are new or other than they were
 * @param gone items that are there no longer; a reader may never have known them
 * @param end the mark to read on from
 * @param isLast whether nothing stands behind it as yet
 */
public record FeedBatch(List<SearchableItem> changed, List<ItemId> gone, FeedMark end, boolean isLast) {

    public FeedBatch {
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    public int size() {
        return changed.size() + gone.size();
    }
}

package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import java.util.List;
import java.util.Map;

/**
 * Changes of registered items, by administrators of their folders. Each happens as a whole or not at all, in a constant number of statements.
 * An item that is missing, forbidden or not in the named folder is a {@code NotFoundOrForbidden}.
 */
public interface ItemChanges {

    /** Metadata that is replaced goes to the item's history. */
    void change(Principal asking, Map<ItemId, ItemChange> changes);

    /**
     * Takes hidden members of moved composites along.
     *
     * @param outOfDataset whether the items may leave the dataset that mirrors {@code from}
     */
    void move(Principal asking, FolderId from, List<ItemId> items, FolderId to, boolean outOfDataset);

    /**
     * Removes items. A member of a composite that stays, and what datasets link, cannot be removed.
     *
     * @param unusedMembers whether hidden members that no other composite has go too; else they become visible
     * @return how many items are gone
     */
    int remove(Principal asking, FolderId folder, List<ItemId> items, boolean unusedMembers);
}

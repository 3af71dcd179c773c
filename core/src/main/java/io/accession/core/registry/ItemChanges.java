package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of registered items, by administrators of their folders. Each happens as a whole or not at all, in a constant number of statements.
 * An item that is missing, forbidden or not in the named folder is a {@code NotFoundOrForbidden}.
 */
public interface ItemChanges {

    /**
     * Items that would stay as they are are not touched. Metadata that is changed goes to the item's history.
     *
     * @return how many items are not as before
     */
    int change(Principal asking, Map<ItemId, ItemChange> changes);

    /** The same for one item, which has to lie in that folder. Returns it as it is then. */
    RegisteredItem changeInside(Principal asking, FolderId folder, ItemId item, ItemChange change);

    /**
     * Changes the metadata of a run of the items in a folder, those that lists show, in the order of their ids. Each run happens as a whole or not at all;
     * with the token of the one before, the next goes on.
     *
     * @param deep whether the folders below are meant too
     * @param token null for the first run
     */
    ChangedRun changeInFolder(
            Principal asking, FolderId folder, boolean deep, MetadataChange metadata, @Nullable String token);

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

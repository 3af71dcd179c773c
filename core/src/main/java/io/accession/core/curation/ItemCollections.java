package io.accession.core.curation;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The collections there are. Whoever may look into a collection's folder may look at it, administrators of the folder change it. One that is missing
 * or forbidden is a {@code NotFoundOrForbidden}.
 */
public interface ItemCollections {

    /** {@code folder} has to be at the top. */
    ItemCollection create(Principal asking, FolderId folder, String name, String description);

    ItemCollection read(Principal asking, UUID collection);

    /**
     * The oldest first.
     *
     * @param folder null for any
     * @param ids empty for all; those that are missing or forbidden are passed over
     */
    Page<ItemCollection> list(Principal asking, @Nullable FolderId folder, List<UUID> ids, PageRequest page);

    /** Those that have the item and are open to the asker, the oldest first. An item that is missing or forbidden is a {@code NotFoundOrForbidden}. */
    List<ItemCollection> having(Principal asking, ItemId item);

    /** Null leaves something as it is. */
    void change(Principal asking, UUID collection, @Nullable String name, @Nullable String description);

    /** Its items stay where they are. */
    void remove(Principal asking, UUID collection);

    /** Gives those back that are not there or not in the collection's folder and those below it. The others are in the collection afterwards. */
    List<ItemId> add(Principal asking, UUID collection, List<ItemId> items);

    /** Gives those back that were not in the collection. */
    List<ItemId> take(Principal asking, UUID collection, List<ItemId> items);

    /** Adds the items of the folder and those below it that pass all filters, as they are now. */
    void addMatching(Principal asking, UUID collection, List<MetricFilter> filters);

    void takeMatching(Principal asking, UUID collection, List<MetricFilter> filters);

    /** In the order of their ids. Items in closed folders are left out unless {@code closedToo}. */
    Page<CollectedItem> items(Principal asking, UUID collection, boolean closedToo, PageRequest page);
}

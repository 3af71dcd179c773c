package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items there are. One that is missing or lies in a forbidden folder is a {@code NotFoundOrForbidden}. */
public interface Items {

    Item read(Principal asking, ItemId item);

    /** In the order of the ids, as often as an id is given; a constant number of statements. */
    List<RegisteredItem> readAll(Principal asking, List<ItemId> items);

    /** Those that are there and that the asker may look at, in the order of the ids; a constant number of statements. */
    List<RegisteredItem> readOpen(Principal asking, List<ItemId> items);

    /** Of a composite, in their order; empty for other items. */
    List<RegisteredItem> listMembers(Principal asking, ItemId item);

    ItemUse use(Principal asking, ItemId item);

    Page<RegisteredItem> list(Principal asking, ItemFilter filter, PageRequest page);

    /**
     * The items directly in a folder, in the order of their ids, which is that of their manifests. Those that exist only as members of
     * composites are listed when their kind is asked for.
     *
     * @param search part of a name in any case; empty: all
     * @param kind null for all kinds
     */
    Page<ListedItem> list(Principal asking, FolderId folder, String search, @Nullable ItemKind kind, PageRequest page);
}

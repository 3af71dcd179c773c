package io.accession.core.registry;

import io.accession.core.domain.ItemId;
import java.util.List;

/** The items there are. One that is missing or lies in a forbidden folder is a {@code NotFoundOrForbidden}. */
public interface Items {

    Item read(Principal asking, ItemId item);

    /** In the order of the ids, as often as an id is given; a constant number of statements. */
    List<RegisteredItem> readAll(Principal asking, List<ItemId> items);

    /** Those that are there and that the asker may look at, in the order of the ids; a constant number of statements. */
    List<RegisteredItem> readOpen(Principal asking, List<ItemId> items);

    /** The same with the members of composites. */
    List<Item> readOpenWhole(Principal asking, List<ItemId> items);

    /** Of a composite, in their order; of a data group those that the asker may look at; empty for other items. */
    List<RegisteredItem> listMembers(Principal asking, ItemId item);

    ItemUse use(Principal asking, ItemId item);

    Page<RegisteredItem> list(Principal asking, ItemFilter filter, PageRequest page);

    /** The same list without what makes items large. The order of creation is that of the manifests. */
    Page<ListedItem> listBriefly(Principal asking, ItemFilter filter, PageRequest page);
}

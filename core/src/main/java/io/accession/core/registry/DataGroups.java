package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import java.util.List;
import java.util.Optional;

/** The data groups there are. */
public interface DataGroups {

    /**
     * Makes all groups or none, by an administrator of the folder who may look at all members. A member that is missing or forbidden is a
     * {@code NotFoundOrForbidden}; a data group is no member. Making the same group twice makes two.
     *
     * @return their items, in the same order
     */
    List<ItemId> create(Principal asking, FolderId folder, List<NewDataGroup> groups);

    /** Empty for items of other kinds. Members that the asker may not look at are named too. */
    Optional<DataGroup> find(Principal asking, ItemId item);
}

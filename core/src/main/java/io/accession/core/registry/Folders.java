package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemKind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folders there are. A folder that is missing or forbidden is a {@code NotFoundOrForbidden}. */
public interface Folders {

    Folder create(Principal asking, NewFolder folder);

    Folder read(Principal asking, FolderId folder);

    /** By name. */
    Page<Folder> list(Principal asking, Filter filter, PageRequest page);

    /** {@code parent} null and not {@code topOnly}: folders of all levels. {@code search} is part of a name in any case; empty: all. */
    record Filter(@Nullable FolderId parent, boolean topOnly, String search) {}

    /** The items directly in a folder, by kind. Members of groups that were never registered by themselves do not count. */
    Map<ItemKind, Long> countItems(Principal asking, FolderId folder);

    /** Removes the folder, those below it and their items. */
    void remove(Principal asking, FolderId folder);
}

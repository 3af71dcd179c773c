package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders there are. A folder that is missing or forbidden is a {@code NotFoundOrForbidden}; whoever changes something has to be an
 * administrator of the folder.
 */
public interface Folders {

    Folder create(Principal asking, NewFolder folder);

    Folder read(Principal asking, FolderId folder);

    /** A folder that the asker may change. */
    Folder readToChange(Principal asking, FolderId folder);

    Page<Folder> list(Principal asking, FolderFilter filter, PageRequest page);

    /** The changed folders, in the order of the changes. All change or none does; a constant number of statements. */
    List<Folder> change(Principal asking, Map<FolderId, FolderChange> changes);

    /** To the top when {@code parent} is null. All move or none does. */
    void move(Principal asking, List<FolderId> folders, @Nullable FolderId parent);

    /** The items directly in a folder, by kind. Members of groups that were never registered by themselves do not count. */
    Map<ItemKind, Long> countItems(Principal asking, FolderId folder);

    FolderSummary summarize(Principal asking, FolderId folder);

    /** Removes the folder, those below it and their items. A conflict while datasets mirror one of them or link what lies there. */
    void remove(Principal asking, FolderId folder);
}

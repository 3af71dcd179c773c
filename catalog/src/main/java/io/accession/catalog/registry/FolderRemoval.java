package io.accession.catalog.registry;

import io.accession.core.domain.FolderId;
import org.jdbi.v3.core.Handle;

/**
 * Removes a folder with all that is below it, in a constant number of statements per level of folders that somebody adds meanwhile. Whoever
 * writes items holds the folder's row FOR SHARE, whoever adds a folder holds its parent's: with all rows of the tree locked FOR UPDATE nothing
 * can be added any more.
 */
final class FolderRemoval {

    private FolderRemoval() {}

    static void remove(Handle handle, FolderId folder) {
        int locked;
        int before = 0;
        while ((locked = lock(handle, folder)) != before) {
            before = locked;
        }
        DatasetLinks.requireNone(handle, folder);
        handle.createUpdate(REMOVE_ITEMS).bind("folder", folder.value()).execute();
        handle.createUpdate(REMOVE_SYNCED_OBJECTS)
                .bind("folder", folder.value())
                .execute();
        handle.createUpdate(REMOVE_SIDECARS).bind("folder", folder.value()).execute();
        handle.createUpdate(REMOVE_FOLDERS).bind("folder", folder.value()).execute();
    }

    private static final String LOCK = "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT f.id
              FROM folder f
             WHERE f.id IN (SELECT tree.id FROM tree)
             ORDER BY f.id
               FOR UPDATE
            """;

    private static int lock(Handle handle, FolderId folder) {
        return handle.createQuery(LOCK)
                .bind("folder", folder.value())
                .mapTo(String.class)
                .list()
                .size();
    }

    private static final String REMOVE_ITEMS =
            "WITH RECURSIVE " + FolderAccess.TREE + """
            , removed AS (
                DELETE FROM item i USING tree WHERE i.folder_id = tree.id
                RETURNING i.id, i.folder_id)
            """ + ItemRemoval.WITH_ALL_THAT_IS_THEIRS;

    private static final String REMOVE_SYNCED_OBJECTS = "WITH RECURSIVE " + FolderAccess.TREE + """
            DELETE FROM synced_object o USING tree WHERE o.folder_id = tree.id
            """;

    private static final String REMOVE_SIDECARS = "WITH RECURSIVE " + FolderAccess.TREE + """
            DELETE FROM synced_sidecar s USING tree WHERE s.folder_id = tree.id
            """;

    private static final String REMOVE_FOLDERS = "WITH RECURSIVE " + FolderAccess.TREE + """
            DELETE FROM folder f USING tree WHERE f.id = tree.id
            """;
}

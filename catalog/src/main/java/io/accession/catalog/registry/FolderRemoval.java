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

    // Members, vectors and history go with their items; the feed learns which items are gone.
    private static final String REMOVE_ITEMS = "WITH RECURSIVE " + FolderAccess.TREE + """
            , removed AS (
                DELETE FROM item i USING tree WHERE i.folder_id = tree.id
                RETURNING i.id, i.folder_id),
            members AS (
                DELETE FROM item_member m USING removed WHERE m.group_id = removed.id),
            vectors AS (
                DELETE FROM item_vector v USING removed WHERE v.item_id = removed.id),
            qualities AS (
                DELETE FROM item_quality q USING removed WHERE q.item_id = removed.id),
            history AS (
                DELETE FROM item_history h USING removed WHERE h.item_id = removed.id),
            objects AS (
                DELETE FROM item_object_history h USING removed WHERE h.item_id = removed.id),
            groups AS (
                DELETE FROM data_group g USING removed WHERE g.item_id = removed.id)
            INSERT INTO item_deleted (id, folder_id)
            SELECT removed.id, removed.folder_id FROM removed
            """;

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

package io.accession.catalog.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.PageToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Some of the items that lists show of a folder.
 *
 * @param items with the folder that each was found in, in their order
 * @param nextToken where the next run begins; null after the last
 */
record FolderRun(Map<ItemId, FolderId> items, @Nullable String nextToken) {

    /** So that a run takes seconds at most. */
    private static final int ITEMS = 2_000;

    private static final String LIST = "folder-run";

    // Folder by folder along the index, whatever the number of items.
    private static final String RUN = """
            WITH RECURSIVE below (id) AS (
                SELECT CAST(:folder AS uuid)
                UNION ALL
                SELECT f.id FROM folder f JOIN below ON f.parent_id = below.id WHERE :deep)
            SELECT b.id AS folder_id, found.id
              FROM (SELECT below.id FROM below
                     WHERE CAST(:afterFolder AS uuid) IS NULL OR below.id >= CAST(:afterFolder AS uuid)
                     ORDER BY below.id) AS b
             CROSS JOIN LATERAL (
                   SELECT i.id
                     FROM item i
                    WHERE i.folder_id = b.id AND NOT i.is_tombstone AND NOT i.is_hidden
                      AND (CAST(:afterFolder AS uuid) IS NULL
                           OR b.id > CAST(:afterFolder AS uuid)
                           OR i.id > CAST(:afterItem AS uuid))
                    ORDER BY i.id
                    LIMIT :rows) AS found
             ORDER BY b.id, found.id
             LIMIT :rows
            """;

    /** {@code token} is that of the run before; null for the first. */
    static FolderRun find(Handle handle, FolderId folder, boolean deep, @Nullable String token) {
        var after = token == null ? null : PageToken.parse(LIST, token);
        var items = new LinkedHashMap<ItemId, FolderId>();
        handle.createQuery(RUN)
                .bind("folder", folder.value())
                .bind("deep", deep)
                .bind("afterFolder", after == null ? null : after.keyAsId())
                .bind("afterItem", after == null ? null : after.id())
                .bind("rows", ITEMS)
                .map((row, context) -> Map.entry(
                        new ItemId(row.getObject("id", UUID.class)),
                        new FolderId(row.getObject("folder_id", UUID.class))))
                .forEach(found -> items.put(found.getKey(), found.getValue()));
        if (items.size() < ITEMS) {
            return new FolderRun(items, null);
        }
        var last = items.lastEntry();
        return new FolderRun(
                items,
                new PageToken(LIST, last.getValue().toString(), last.getKey().value()).text());
    }

    /** Those that are still where they were found. */
    List<ItemId> unmoved(Map<ItemId, FolderId> locked) {
        return items.entrySet().stream()
                .filter(found -> found.getValue().equals(locked.get(found.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}

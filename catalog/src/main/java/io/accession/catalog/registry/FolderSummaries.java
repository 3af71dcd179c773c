package io.accession.catalog.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.FolderSummary;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts what lies in a folder. */
final class FolderSummaries {

    private static final String COUNT_ITEMS = """
            SELECT i.kind, count(*) FILTER (WHERE NOT i.is_hidden AND NOT i.is_tombstone) AS items,
                   count(*) FILTER (WHERE i.is_tombstone) AS tombstones,
                   coalesce(sum(i.bytes) FILTER (WHERE NOT i.is_tombstone), 0) AS bytes
              FROM item i
             WHERE i.folder_id = :folder
             GROUP BY i.kind
            """;

    private static final String COUNT_OTHERS = """
            SELECT (SELECT count(*) FROM folder f WHERE f.parent_id = :folder) AS folders,
                   (SELECT count(*) FROM upload_job j WHERE j.folder_id = :folder) AS jobs
            """;

    private FolderSummaries() {}

    static FolderSummary of(Handle handle, FolderId folder) {
        var items = new EnumMap<ItemKind, Long>(ItemKind.class);
        var sums = new long[2];
        handle
                .createQuery(COUNT_ITEMS)
                .bind("folder", folder.value())
                .map((row, context) -> {
                    sums[0] += row.getLong("tombstones");
                    sums[1] += row.getLong("bytes");
                    return Map.entry(ItemKinds.of(row.getString("kind")), row.getLong("items"));
                })
                .list()
                .stream()
                .filter(count -> count.getValue() > 0)
                .forEach(count -> items.put(count.getKey(), count.getValue()));
        return handle.createQuery(COUNT_OTHERS)
                .bind("folder", folder.value())
                .map((row, context) ->
                        new FolderSummary(items, sums[0], row.getLong("folders"), row.getLong("jobs"), sums[1]))
                .one();
    }
}

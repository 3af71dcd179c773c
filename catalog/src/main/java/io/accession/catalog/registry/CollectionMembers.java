package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.curation.CollectedItem;
import io.accession.core.curation.MetricFilter;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What belongs to collections, in the transaction of whoever has asked whether that may be seen or changed. */
final class CollectionMembers {

    private CollectionMembers() {}

    /** The beginning of a statement: the collection's folder, and all below it. */
    private static final String BELOW = "WITH RECURSIVE " + FolderAccess.TREE + ",";

    private static final String ADD = BELOW + """
            fitting (id) AS (
                SELECT DISTINCT i.id
                  FROM unnest(:items) AS wanted (id)
                  JOIN item i ON i.id = wanted.id
                 WHERE i.folder_id IN (SELECT t.id FROM tree t) AND NOT i.is_tombstone),
            added AS (
                INSERT INTO collection_item (collection_id, item_id)
                SELECT :collection, f.id FROM fitting f
                ON CONFLICT DO NOTHING)
            SELECT f.id FROM fitting f
            """;

    /** Those that are in the folder or below it; returns the others. */
    static List<ItemId> add(Handle handle, UUID collection, FolderId folder, List<ItemId> items) {
        var added = handle.createQuery(ADD)
                .bind("collection", collection)
                .bind("folder", folder.value())
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .mapTo(UUID.class)
                .list();
        return without(items, added);
    }

    private static final String TAKE = """
            DELETE FROM collection_item WHERE collection_id = :collection AND item_id = ANY(:items)
            RETURNING item_id
            """;

    /** Returns those that were not there. */
    static List<ItemId> take(Handle handle, UUID collection, List<ItemId> items) {
        var taken = handle.createQuery(TAKE)
                .bind("collection", collection)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .mapTo(UUID.class)
                .list();
        return without(items, taken);
    }

    private static List<ItemId> without(List<ItemId> items, List<UUID> done) {
        var rest = new HashSet<>(done);
        return items.stream().filter(item -> !rest.contains(item.value())).toList();
    }

    // A metric that an item does not have is null, and null is distinct from both true and false.
    private static final String MATCHING = BELOW + """
            matching (id) AS (
                SELECT i.id
                  FROM item i
                  LEFT JOIN item_quality q ON q.item_id = i.id AND q.state = 'MEASURED'
                 WHERE i.folder_id IN (SELECT t.id FROM tree t) AND NOT i.is_tombstone AND NOT i.is_hidden
                   AND NOT EXISTS (
                       SELECT 1
                         FROM unnest(:metrics, CAST(:lows AS float8[]), CAST(:highs AS float8[]), CAST(:includes AS boolean[]))
                           AS f (metric, low, high, include)
                        WHERE (CASE f.metric
                                    WHEN 'metric_width' THEN i.width
                                    WHEN 'metric_height' THEN i.height
                                    WHEN 'metric_area' THEN CAST(i.width AS float8) * i.height
                                    WHEN 'metric_aspect_ratio' THEN CAST(i.width AS float8) / nullif(i.height, 0)
                                    WHEN 'metric_file_size' THEN i.bytes
                                    WHEN 'metric_brightness' THEN q.brightness
                                    WHEN 'metric_contrast' THEN q.contrast
                                    WHEN 'metric_sharpness' THEN q.sharpness
                               END BETWEEN f.low AND f.high) IS DISTINCT FROM f.include))
            """;

    private static final String ADD_MATCHING = MATCHING + """
            INSERT INTO collection_item (collection_id, item_id)
            SELECT :collection, m.id FROM matching m
            ON CONFLICT DO NOTHING
            """;

    static void addMatching(Handle handle, UUID collection, FolderId folder, List<MetricFilter> filters) {
        match(handle, collection, folder, filters, ADD_MATCHING);
    }

    private static final String TAKE_MATCHING = MATCHING + """
            DELETE FROM collection_item
             WHERE collection_id = :collection AND item_id IN (SELECT m.id FROM matching m)
            """;

    static void takeMatching(Handle handle, UUID collection, FolderId folder, List<MetricFilter> filters) {
        match(handle, collection, folder, filters, TAKE_MATCHING);
    }

    private static void match(
            Handle handle, UUID collection, FolderId folder, List<MetricFilter> filters, String statement) {
        handle.createUpdate(statement)
                .bind("collection", collection)
                .bind("folder", folder.value())
                .bind(
                        "metrics",
                        SqlArrays.texts(
                                handle,
                                filters.stream().map(filter -> filter.metric().wireName())))
                .bind("lows", SqlArrays.texts(handle, filters.stream().map(filter -> "" + filter.low())))
                .bind("highs", SqlArrays.texts(handle, filters.stream().map(filter -> "" + filter.high())))
                .bind("includes", SqlArrays.texts(handle, filters.stream().map(filter -> "" + filter.include())))
                .execute();
    }

    private static final String ITEMS = "WITH RECURSIVE " + FolderAccess.OPEN + """
            SELECT found.id, found.is_open
              FROM (SELECT i.id, :administrator OR i.folder_id IN (SELECT o.id FROM open o) AS is_open
                      FROM collection_item c
                      JOIN item i ON i.id = c.item_id
                     WHERE c.collection_id = :collection AND NOT i.is_tombstone
                       AND (CAST(:afterId AS uuid) IS NULL OR c.item_id > CAST(:afterId AS uuid))) AS found
             WHERE found.is_open OR :closedToo
             ORDER BY found.id
             LIMIT :rows
            """;

    private record Row(ItemId id, boolean isOpen) {}

    static Page<CollectedItem> list(
            Handle handle, Principal asking, UUID collection, boolean closedToo, PageRequest request) {
        var paging = Paging.of("collection-items", request);
        var rows = handle.createQuery(ITEMS)
                .bind("collection", collection)
                .bind("asking", asking.id().value())
                .bind("administrator", asking.isAdministrator())
                .bind("closedToo", closedToo)
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> new Row(new ItemId(row.getObject("id", UUID.class)), row.getBoolean("is_open")))
                .list();
        return shown(handle, paging.page(rows, row -> "", row -> row.id().value()));
    }

    private static Page<CollectedItem> shown(Handle handle, Page<Row> page) {
        var open = page.results().stream().filter(Row::isOpen).map(Row::id).toList();
        var items = ItemRows.read(handle, open).iterator();
        return page.map(row -> row.isOpen() && items.hasNext()
                ? new CollectedItem.Open(items.next())
                : new CollectedItem.Closed(row.id()));
    }
}

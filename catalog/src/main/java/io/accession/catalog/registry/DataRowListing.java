package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.DataRowId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.DataRow;
import io.accession.core.registry.DataRowFilter;
import io.accession.core.registry.Dataset;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.RegisteredItem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a dataset a question is about. The same as the view {@code data_row}, of which PostgreSQL would sort all rows for every
 * page; rows come in the order of their items' ids, which is that of registration.
 */
final class DataRowListing {

    private static final String LINKED = """
            (SELECT l.id, l.item_id, l.created_at, i.name, i.kind
               FROM dataset_item l
               JOIN item i ON i.id = l.item_id
              WHERE l.dataset_id = :dataset AND NOT i.is_tombstone) AS w
            """;

    private static final String MIRRORED = """
            (SELECT i.id, i.id AS item_id, i.created_at, i.name, i.kind
               FROM item i
              WHERE i.folder_id = :folder AND NOT i.is_hidden AND NOT i.is_tombstone) AS w
            """;

    private static final String FILTERED = """
             WHERE (CAST(:titleEqual AS text) IS NULL OR w.name = :titleEqual)
               AND (CAST(:titleLike AS text) IS NULL OR w.name LIKE :titleLike)
               AND (CAST(:createdAfter AS timestamptz) IS NULL OR w.created_at > :createdAfter)
               AND (CAST(:createdBefore AS timestamptz) IS NULL OR w.created_at < :createdBefore)
               AND (:allKinds OR w.kind = ANY(:kinds))
               AND (:allRows OR w.id = ANY(:wanted))
               AND (CAST(:afterId AS uuid) IS NULL
                    OR (w.item_id, w.id) > (CAST(:afterItem AS uuid), CAST(:afterId AS uuid)))
             ORDER BY w.item_id, w.id
             LIMIT :rows
            """;

    private static final String ROW = "SELECT w.id, w.item_id, w.created_at FROM ";
    private static final String GIVEN = ROW + "unnest(:wanted) WITH ORDINALITY AS g (id, position) JOIN ";
    private static final String BY_ID = " ON w.id = g.id ORDER BY g.position";
    private static final String BY_ITEM = " ON w.item_id = g.id ORDER BY g.position, w.created_at, w.id";

    private record Key(DataRowId id, ItemId item, Instant createdAt) {}

    private final DataRowFilter filter;
    private final Paging paging;

    DataRowListing(DataRowFilter filter, PageRequest request) {
        this.filter = filter;
        this.paging = Paging.of("rows", request);
    }

    Page<DataRow> page(Handle handle, Dataset dataset) {
        var kinds = filter.kinds();
        var rows = filter.rows();
        var after = paging.after();
        var query = about(
                        dataset,
                        handle.createQuery((dataset.folder() == null ? ROW + LINKED : ROW + MIRRORED) + FILTERED))
                .bind("titleEqual", filter.title().equal())
                .bind("titleLike", filter.title().like())
                .bind("createdAfter", PostgresDatasets.time(filter.created().after()))
                .bind("createdBefore", PostgresDatasets.time(filter.created().before()))
                .bind("allKinds", kinds == null)
                .bind("kinds", SqlArrays.texts(handle, given(kinds).map(ItemKind::wireName)))
                .bind("allRows", rows == null)
                .bind("wanted", SqlArrays.uuids(handle, given(rows).map(DataRowId::value)))
                .bind("afterItem", after == null ? null : after.keyAsId())
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows());
        var page = paging.page(
                keys(query), key -> key.item().toString(), key -> key.id().value());
        return new Page<>(read(handle, page.results()), page.nextToken());
    }

    private static <T> Stream<T> given(@Nullable Set<T> set) {
        return set == null ? Stream.of() : set.stream();
    }

    /** Those that are there, in the given order. */
    static List<DataRow> byId(Handle handle, Dataset dataset, List<DataRowId> rows) {
        var statement = dataset.folder() == null ? GIVEN + LINKED + BY_ID : GIVEN + MIRRORED + BY_ID;
        return read(
                handle,
                keys(about(dataset, handle.createQuery(statement))
                        .bind("wanted", SqlArrays.uuids(handle, rows.stream().map(DataRowId::value)))));
    }

    /** The rows that those items have, in the given order. */
    static List<DataRow> byItem(Handle handle, Dataset dataset, List<ItemId> items) {
        var statement = dataset.folder() == null ? GIVEN + LINKED + BY_ITEM : GIVEN + MIRRORED + BY_ITEM;
        return read(
                handle,
                keys(about(dataset, handle.createQuery(statement))
                        .bind("wanted", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))));
    }

    private static Query about(Dataset dataset, Query query) {
        var folder = dataset.folder();
        return folder == null ? query.bind("dataset", dataset.id().value()) : query.bind("folder", folder.value());
    }

    private static List<Key> keys(Query query) {
        return query.map((row, context) -> new Key(
                        new DataRowId(row.getObject("id", UUID.class)),
                        new ItemId(row.getObject("item_id", UUID.class)),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static List<DataRow> read(Handle handle, List<Key> keys) {
        var items = new HashMap<ItemId, RegisteredItem>();
        for (var item :
                ItemRows.read(handle, keys.stream().map(Key::item).distinct().toList())) {
            items.put(item.item().id(), item);
        }
        return keys.stream()
                .flatMap(key -> Stream.ofNullable(items.get(key.item()))
                        .map(item -> new DataRow(key.id(), item, key.createdAt())))
                .toList();
    }
}

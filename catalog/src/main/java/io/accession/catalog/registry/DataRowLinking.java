package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.DataRowId;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Dataset;
import io.accession.core.registry.DuplicateLinks;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Links items to one dataset within a transaction that keeps others from doing the same. */
final class DataRowLinking {

    private static final String LOCK = "SELECT d.id FROM dataset d WHERE d.id = :dataset FOR NO KEY UPDATE";

    private static final String LINKED = """
            SELECT DISTINCT ON (l.item_id) l.item_id, l.id
              FROM dataset_item l
             WHERE l.dataset_id = :dataset AND l.item_id = ANY(:items)
             ORDER BY l.item_id, l.created_at, l.id
            """;

    private static final String MIRRORED = """
            SELECT i.id AS item_id, i.id
              FROM item i
             WHERE i.folder_id = :folder AND i.id = ANY(:items) AND NOT i.is_hidden AND NOT i.is_tombstone
            """;

    private static final String INSERT = """
            INSERT INTO dataset_item (id, dataset_id, item_id)
            SELECT n.id, :dataset, n.item_id FROM unnest(:rows, :items) AS n (id, item_id)
            """;

    private static final String EDITED = "UPDATE dataset SET edited_at = now() WHERE id = :dataset";

    private final Handle handle;
    private final Dataset dataset;

    private DataRowLinking(Handle handle, Dataset dataset) {
        this.handle = handle;
        this.dataset = dataset;
    }

    static DataRowLinking begin(Handle handle, Principal asking, DatasetId dataset) {
        handle.createQuery(LOCK)
                .bind("dataset", dataset.value())
                .mapTo(UUID.class)
                .list();
        return new DataRowLinking(handle, DatasetAccess.require(handle, asking, dataset, Role.ADMIN));
    }

    void touch() {
        handle.createUpdate(EDITED).bind("dataset", dataset.id().value()).execute();
    }

    List<DataRowId> link(List<ItemId> items, DuplicateLinks duplicates, Supplier<UUID> ids) {
        var rows = existing(items);
        switch (duplicates) {
            case SKIP -> {}
            case FAIL -> requireNew(items, rows);
            case DUPLICATE -> {
                return duplicated(items, ids);
            }
        }
        var added = new LinkedHashMap<ItemId, DataRowId>();
        for (var item : items) {
            if (!rows.containsKey(item)) {
                added.computeIfAbsent(item, _ -> new DataRowId(ids.get()));
            }
        }
        insert(List.copyOf(added.keySet()), List.copyOf(added.values()));
        rows.putAll(added);
        return items.stream().distinct().map(rows::get).toList();
    }

    private List<DataRowId> duplicated(List<ItemId> items, Supplier<UUID> ids) {
        if (dataset.folder() != null) {
            throw new RegistryException(new RegistryError.Invalid(
                    "A dataset that mirrors a folder has every item once: duplicates cannot be linked."));
        }
        var rows = items.stream().map(_ -> new DataRowId(ids.get())).toList();
        insert(items, rows);
        return rows;
    }

    private Map<ItemId, DataRowId> existing(List<ItemId> items) {
        var folder = dataset.folder();
        var query = folder == null
                ? handle.createQuery(LINKED).bind("dataset", dataset.id().value())
                : handle.createQuery(MIRRORED).bind("folder", folder.value());
        var rows = new HashMap<ItemId, DataRowId>();
        query.bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .map((row, context) -> Map.entry(
                        new ItemId(row.getObject("item_id", UUID.class)),
                        new DataRowId(row.getObject("id", UUID.class))))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }

    private static void requireNew(List<ItemId> items, Map<ItemId, DataRowId> rows) {
        var seen = new HashSet<>(rows.keySet());
        for (var item : items) {
            if (!seen.add(item)) {
                throw new RegistryException(
                        new RegistryError.Conflict("The dataset would have the item " + item + " twice."));
            }
        }
    }

    private void insert(List<ItemId> items, List<DataRowId> rows) {
        if (items.isEmpty()) {
            return;
        }
        if (dataset.folder() != null) {
            throw new RegistryException(new RegistryError.Invalid("The dataset mirrors the folder " + dataset.folder()
                    + ": move the item " + items.getFirst() + " there to have it in the dataset."));
        }
        try {
            handle.createUpdate(INSERT)
                    .bind("dataset", dataset.id().value())
                    .bind("rows", SqlArrays.uuids(handle, rows.stream().map(DataRowId::value)))
                    .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                    .execute();
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.FOREIGN_KEY::equals).isPresent()) {
                throw new RegistryException( // removed since it was looked at
                        new RegistryError.NotFoundOrForbidden("item", "among those named"), e);
            }
            throw e;
        }
        touch();
    }
}

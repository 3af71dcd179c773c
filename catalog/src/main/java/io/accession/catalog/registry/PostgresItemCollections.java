package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.curation.CollectedItem;
import io.accession.core.curation.ItemCollection;
import io.accession.core.curation.ItemCollections;
import io.accession.core.curation.MetricFilter;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Names;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Collections in PostgreSQL. Any number of items is added or taken in a constant number of statements. */
public final class PostgresItemCollections implements ItemCollections {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresItemCollections(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    private static final String IS_AT_TOP = "SELECT f.parent_id IS NULL FROM folder f WHERE f.id = :folder FOR SHARE";

    private static final String INSERT = """
            INSERT INTO collection (id, folder_id, name, description)
            VALUES (:id, :folder, :name, :description)
            """;

    @Override
    public ItemCollection create(Principal asking, FolderId folder, String name, String description) {
        Names.check("name", name);
        var id = ids.get();
        return jdbi.inTransaction(handle -> {
            FolderAccess.require(handle, asking, List.of(folder), Role.ADMIN);
            requireTop(handle, folder);
            handle.createUpdate(INSERT)
                    .bind("id", id)
                    .bind("folder", folder.value())
                    .bind("name", name)
                    .bind("description", description)
                    .execute();
            Audit.record(handle, asking, "collection.create", id);
            return read(handle, asking, id, Role.USER);
        });
    }

    private static void requireTop(Handle handle, FolderId folder) {
        boolean isAtTop = handle.createQuery(IS_AT_TOP)
                .bind("folder", folder.value())
                .mapTo(Boolean.class)
                .findOne()
                .orElseThrow(() -> FolderAccess.unknown(folder));
        if (!isAtTop) {
            throw new RegistryException(new RegistryError.Invalid(
                    "Collections belong to folders at the top. Name the one above this folder."));
        }
    }

    private static final String READ = """
            SELECT c.id, c.folder_id, c.name, c.description, c.created_at, c.edited_at
              FROM collection c
             WHERE c.id = :id
            """;

    @Override
    public ItemCollection read(Principal asking, UUID collection) {
        return jdbi.withHandle(handle -> read(handle, asking, collection, Role.USER));
    }

    private static ItemCollection read(Handle handle, Principal asking, UUID id, Role least) {
        var found = handle.createQuery(READ)
                .bind("id", id)
                .map((row, context) -> collection(row))
                .findOne()
                .orElseThrow(() -> unknown(id));
        var role = FolderAccess.roles(handle, asking, List.of(found.folder())).get(found.folder());
        if (role == null || role.compareTo(least) < 0) {
            throw unknown(id);
        }
        return found;
    }

    private static RegistryException unknown(UUID id) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("collection", id.toString()));
    }

    private static final String LIST = """
            SELECT c.id, c.folder_id, c.name, c.description, c.created_at, c.edited_at
              FROM collection c
             WHERE (CAST(:folder AS uuid) IS NULL OR c.folder_id = CAST(:folder AS uuid))
               AND (:all OR c.id = ANY(:ids))
               AND (:administrator OR folder_role(c.folder_id, :asking) IS NOT NULL)
               AND (CAST(:afterId AS uuid) IS NULL OR c.id > CAST(:afterId AS uuid))
             ORDER BY c.id
             LIMIT :rows
            """;

    @Override
    public Page<ItemCollection> list(Principal asking, @Nullable FolderId folder, List<UUID> ids, PageRequest request) {
        var paging = Paging.of("collections", request);
        var rows = jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("folder", folder == null ? null : folder.value())
                .bind("all", ids.isEmpty())
                .bind("ids", SqlArrays.uuids(handle, ids.stream()))
                .bind("administrator", asking.isAdministrator())
                .bind("asking", asking.id().value())
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> collection(row))
                .list());
        return paging.page(rows, row -> "", ItemCollection::id);
    }

    private static final String CHANGE = """
            UPDATE collection
               SET name = coalesce(:name, name), description = coalesce(:description, description), edited_at = now()
             WHERE id = :id
            """;

    @Override
    public void change(Principal asking, UUID collection, @Nullable String name, @Nullable String description) {
        if (name != null) {
            Names.check("name", name);
        }
        jdbi.useTransaction(handle -> {
            read(handle, asking, collection, Role.ADMIN);
            handle.createUpdate(CHANGE)
                    .bind("id", collection)
                    .bind("name", name)
                    .bind("description", description)
                    .execute();
            Audit.record(handle, asking, "collection.change", collection);
        });
    }

    private static final String REMOVE = "DELETE FROM collection WHERE id = :id";

    @Override
    public void remove(Principal asking, UUID collection) {
        jdbi.useTransaction(handle -> {
            read(handle, asking, collection, Role.ADMIN);
            handle.createUpdate(REMOVE).bind("id", collection).execute();
            Audit.record(handle, asking, "collection.remove", collection);
        });
    }

    private static final String ADD = """
            WITH RECURSIVE below (id) AS (
                SELECT CAST(:folder AS uuid)
                UNION ALL
                SELECT f.id FROM folder f JOIN below ON f.parent_id = below.id),
            fitting (id) AS (
                SELECT DISTINCT i.id
                  FROM unnest(:items) AS wanted (id)
                  JOIN item i ON i.id = wanted.id
                 WHERE i.folder_id IN (SELECT b.id FROM below b) AND NOT i.is_tombstone),
            added AS (
                INSERT INTO collection_item (collection_id, item_id)
                SELECT :collection, f.id FROM fitting f
                ON CONFLICT DO NOTHING)
            SELECT f.id FROM fitting f
            """;

    @Override
    public List<ItemId> add(Principal asking, UUID collection, List<ItemId> items) {
        return jdbi.inTransaction(handle -> {
            var folder = read(handle, asking, collection, Role.ADMIN).folder();
            var added = handle.createQuery(ADD)
                    .bind("collection", collection)
                    .bind("folder", folder.value())
                    .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                    .mapTo(UUID.class)
                    .list();
            noteChange(handle, asking, collection, "collection.add-items");
            return without(items, added);
        });
    }

    private static final String TAKE = """
            DELETE FROM collection_item WHERE collection_id = :collection AND item_id = ANY(:items)
            RETURNING item_id
            """;

    @Override
    public List<ItemId> take(Principal asking, UUID collection, List<ItemId> items) {
        return jdbi.inTransaction(handle -> {
            read(handle, asking, collection, Role.ADMIN);
            var taken = handle.createQuery(TAKE)
                    .bind("collection", collection)
                    .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                    .mapTo(UUID.class)
                    .list();
            noteChange(handle, asking, collection, "collection.take-items");
            return without(items, taken);
        });
    }

    private static List<ItemId> without(List<ItemId> items, List<UUID> done) {
        var rest = new HashSet<>(done);
        return items.stream().filter(item -> !rest.contains(item.value())).toList();
    }

    private static final String EDITED = "UPDATE collection SET edited_at = now() WHERE id = :id";

    private static void noteChange(Handle handle, Principal asking, UUID collection, String action) {
        handle.createUpdate(EDITED).bind("id", collection).execute();
        Audit.record(handle, asking, action, collection);
    }

    // A metric that an item does not have is null, and null is distinct from both true and false.
    private static final String MATCHING = """
            WITH RECURSIVE below (id) AS (
                SELECT CAST(:folder AS uuid)
                UNION ALL
                SELECT f.id FROM folder f JOIN below ON f.parent_id = below.id),
            matching (id) AS (
                SELECT i.id
                  FROM item i
                 WHERE i.folder_id IN (SELECT b.id FROM below b) AND NOT i.is_tombstone AND NOT i.is_hidden
                   AND NOT EXISTS (
                       SELECT 1
                         FROM unnest(:metrics, CAST(:lows AS float8[]), CAST(:highs AS float8[]), CAST(:includes AS boolean[]))
                           AS f (metric, low, high, include)
                        WHERE (CASE f.metric
                                    WHEN 'metric_width' THEN i.width
                                    WHEN 'metric_height' THEN i.height
                                    WHEN 'metric_area' THEN CAST(i.width AS float8) * i.height
                                    WHEN 'metric_aspect_ratio' THEN CAST(i.width AS float8) / nullif(i.height, 0)
                               END BETWEEN f.low AND f.high) IS DISTINCT FROM f.include))
            """;

    private static final String ADD_MATCHING = MATCHING + """
            INSERT INTO collection_item (collection_id, item_id)
            SELECT :collection, m.id FROM matching m
            ON CONFLICT DO NOTHING
            """;

    @Override
    public void addMatching(Principal asking, UUID collection, List<MetricFilter> filters) {
        match(asking, collection, filters, ADD_MATCHING, "collection.add-preset");
    }

    private static final String TAKE_MATCHING = MATCHING + """
            DELETE FROM collection_item
             WHERE collection_id = :collection AND item_id IN (SELECT m.id FROM matching m)
            """;

    @Override
    public void takeMatching(Principal asking, UUID collection, List<MetricFilter> filters) {
        match(asking, collection, filters, TAKE_MATCHING, "collection.take-preset");
    }

    private void match(Principal asking, UUID collection, List<MetricFilter> filters, String statement, String action) {
        jdbi.useTransaction(handle -> {
            var folder = read(handle, asking, collection, Role.ADMIN).folder();
            handle.createUpdate(statement)
                    .bind("collection", collection)
                    .bind("folder", folder.value())
                    .bind(
                            "metrics",
                            SqlArrays.texts(
                                    handle,
                                    filters.stream()
                                            .map(filter -> filter.metric().wireName())))
                    .bind("lows", SqlArrays.texts(handle, filters.stream().map(filter -> "" + filter.low())))
                    .bind("highs", SqlArrays.texts(handle, filters.stream().map(filter -> "" + filter.high())))
                    .bind("includes", SqlArrays.texts(handle, filters.stream().map(filter -> "" + filter.include())))
                    .execute();
            noteChange(handle, asking, collection, action);
        });
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

    @Override
    public Page<CollectedItem> items(Principal asking, UUID collection, boolean closedToo, PageRequest request) {
        var paging = Paging.of("collection-items", request);
        return jdbi.withHandle(handle -> {
            read(handle, asking, collection, Role.USER);
            var rows = handle.createQuery(ITEMS)
                    .bind("collection", collection)
                    .bind("asking", asking.id().value())
                    .bind("administrator", asking.isAdministrator())
                    .bind("closedToo", closedToo)
                    .bind("afterId", paging.afterId())
                    .bind("rows", paging.rows())
                    .map((row, context) ->
                            new Row(new ItemId(row.getObject("id", UUID.class)), row.getBoolean("is_open")))
                    .list();
            return shown(handle, paging.page(rows, row -> "", row -> row.id().value()));
        });
    }

    private static Page<CollectedItem> shown(Handle handle, Page<Row> page) {
        var open = page.results().stream().filter(Row::isOpen).map(Row::id).toList();
        var items = ItemRows.read(handle, open).iterator();
        return page.map(row -> row.isOpen() && items.hasNext()
                ? new CollectedItem.Open(items.next())
                : new CollectedItem.Closed(row.id()));
    }

    private static ItemCollection collection(ResultSet row) throws SQLException {
        return new ItemCollection(
                row.getObject("id", UUID.class),
                new FolderId(row.getObject("folder_id", UUID.class)),
                row.getString("name"),
                row.getString("description"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }
}

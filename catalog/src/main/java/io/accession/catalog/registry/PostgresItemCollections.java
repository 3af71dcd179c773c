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

    private static final String HAVING = """
            SELECT c.id, c.folder_id, c.name, c.description, c.created_at, c.edited_at
              FROM collection_item p
              JOIN collection c ON c.id = p.collection_id
             WHERE p.item_id = :item AND (:administrator OR folder_role(c.folder_id, :asking) IS NOT NULL)
             ORDER BY c.id
            """;

    @Override
    public List<ItemCollection> having(Principal asking, ItemId item) {
        return jdbi.withHandle(handle -> {
            PostgresItems.requireOpen(handle, asking, List.of(item));
            return handle.createQuery(HAVING)
                    .bind("item", item.value())
                    .bind("administrator", asking.isAdministrator())
                    .bind("asking", asking.id().value())
                    .map((row, context) -> collection(row))
                    .list();
        });
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

    @Override
    public List<ItemId> add(Principal asking, UUID collection, List<ItemId> items) {
        return jdbi.inTransaction(handle -> {
            var folder = read(handle, asking, collection, Role.ADMIN).folder();
            var rest = CollectionMembers.add(handle, collection, folder, items);
            noteChange(handle, asking, collection, "collection.add-items");
            return rest;
        });
    }

    @Override
    public List<ItemId> take(Principal asking, UUID collection, List<ItemId> items) {
        return jdbi.inTransaction(handle -> {
            read(handle, asking, collection, Role.ADMIN);
            var rest = CollectionMembers.take(handle, collection, items);
            noteChange(handle, asking, collection, "collection.take-items");
            return rest;
        });
    }

    @Override
    public void addMatching(Principal asking, UUID collection, List<MetricFilter> filters) {
        jdbi.useTransaction(handle -> {
            var folder = read(handle, asking, collection, Role.ADMIN).folder();
            CollectionMembers.addMatching(handle, collection, folder, filters);
            noteChange(handle, asking, collection, "collection.add-preset");
        });
    }

    @Override
    public void takeMatching(Principal asking, UUID collection, List<MetricFilter> filters) {
        jdbi.useTransaction(handle -> {
            var folder = read(handle, asking, collection, Role.ADMIN).folder();
            CollectionMembers.takeMatching(handle, collection, folder, filters);
            noteChange(handle, asking, collection, "collection.take-preset");
        });
    }

    private static final String EDITED = "UPDATE collection SET edited_at = now() WHERE id = :id";

    private static void noteChange(Handle handle, Principal asking, UUID collection, String action) {
        handle.createUpdate(EDITED).bind("id", collection).execute();
        Audit.record(handle, asking, action, collection);
    }

    @Override
    public Page<CollectedItem> items(Principal asking, UUID collection, boolean closedToo, PageRequest request) {
        return jdbi.withHandle(handle -> {
            read(handle, asking, collection, Role.USER);
            return CollectionMembers.list(handle, asking, collection, closedToo, request);
        });
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

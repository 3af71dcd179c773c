package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Folder;
import io.accession.core.registry.Folders;
import io.accession.core.registry.NewFolder;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Folders in PostgreSQL. */
public final class PostgresFolders implements Folders {

    /** Deep enough for people; a bound for whoever walks up a path. */
    private static final int LEVELS = 50;

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresFolders(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    private static final String INSERT = """
            INSERT INTO folder (id, parent_id, name, description, owner_id)
            VALUES (:id, CAST(:parent AS uuid), :name, :description, :owner)
            """;

    @Override
    public Folder create(Principal asking, NewFolder folder) {
        try {
            return jdbi.inTransaction(handle -> {
                var id = new FolderId(ids.get());
                handle.createUpdate(INSERT)
                        .bind("id", id.value())
                        .bind(
                                "parent",
                                folder.parent() == null ? null : folder.parent().value())
                        .bind("name", folder.name())
                        .bind("description", folder.description())
                        .bind("owner", owner(handle, asking, folder).value())
                        .execute();
                Audit.record(handle, asking, "folder.create", id.value());
                return read(handle, asking, id);
            });
        } catch (UnableToExecuteStatementException e) {
            if (folder.parent() != null
                    && Violation.of(e).filter(Violation.FOREIGN_KEY::equals).isPresent()) {
                throw unknown(folder.parent()); // removed since it was read
            }
            throw e;
        }
    }

    private static UserId owner(Handle handle, Principal asking, NewFolder folder) {
        if (folder.parent() == null) {
            return asking.id();
        }
        var parent = read(handle, asking, folder.parent());
        if (parent.path().size() >= LEVELS) {
            throw new RegistryException(new RegistryError.Invalid("Folders nest at most " + LEVELS + " levels deep."));
        }
        return parent.owner();
    }

    @Override
    public Folder read(Principal asking, FolderId folder) {
        return jdbi.withHandle(handle -> read(handle, asking, folder));
    }

    private static final String READ = """
            SELECT f.id, f.parent_id, f.name, f.description, f.owner_id, f.created_at,
                   (WITH RECURSIVE up (id, parent_id, name, height) AS (
                        SELECT f.id, f.parent_id, f.name, 0
                        UNION ALL
                        SELECT p.id, p.parent_id, p.name, up.height + 1
                          FROM folder p
                          JOIN up ON p.id = up.parent_id)
                    SELECT array_agg(up.name ORDER BY up.height DESC) FROM up) AS path
              FROM folder f
             WHERE f.id = :id
            """;

    private static Folder read(Handle handle, Principal asking, FolderId folder) {
        return handle.createQuery(READ)
                .bind("id", folder.value())
                .map((row, context) -> folder(row))
                .findOne()
                .filter(found -> AccessRules.mayUse(asking, found.owner()))
                .orElseThrow(() -> unknown(folder));
    }

    private static RegistryException unknown(FolderId folder) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("folder", folder.toString()));
    }

    private static final String LIST = """
            SELECT f.id, f.parent_id, f.name, f.description, f.owner_id, f.created_at,
                   (WITH RECURSIVE up (id, parent_id, name, height) AS (
                        SELECT f.id, f.parent_id, f.name, 0
                        UNION ALL
                        SELECT p.id, p.parent_id, p.name, up.height + 1
                          FROM folder p
                          JOIN up ON p.id = up.parent_id)
                    SELECT array_agg(up.name ORDER BY up.height DESC) FROM up) AS path
              FROM folder f
             WHERE (CAST(:owner AS uuid) IS NULL OR f.owner_id = CAST(:owner AS uuid))
               AND (CAST(:parent AS uuid) IS NULL OR f.parent_id = CAST(:parent AS uuid))
               AND (NOT :topOnly OR f.parent_id IS NULL)
               AND f.name ILIKE :search
               AND (CAST(:afterId AS uuid) IS NULL OR (lower(f.name), f.id) > (lower(:afterKey), CAST(:afterId AS uuid)))
             ORDER BY lower(f.name), f.id
             LIMIT :rows
            """;

    @Override
    public Page<Folder> list(Principal asking, Filter filter, PageRequest request) {
        var paging = Paging.of("folders", request);
        var rows = jdbi.withHandle(handle -> {
            if (filter.parent() != null) {
                read(handle, asking, filter.parent());
            }
            return handle.createQuery(LIST)
                    .bind(
                            "owner",
                            AccessRules.visibleOwner(asking).map(UserId::value).orElse(null))
                    .bind(
                            "parent",
                            filter.parent() == null ? null : filter.parent().value())
                    .bind("topOnly", filter.topOnly())
                    .bind("search", Search.pattern(filter.search()))
                    .bind("afterKey", paging.afterKey())
                    .bind("afterId", paging.afterId())
                    .bind("rows", paging.rows())
                    .map((row, context) -> folder(row))
                    .list();
        });
        return paging.page(rows, Folder::name, folder -> folder.id().value());
    }

    private static final String COUNT_ITEMS = """
            SELECT i.kind, count(*) AS items
              FROM item i
             WHERE i.folder_id = :folder AND NOT i.is_hidden AND NOT i.is_tombstone
             GROUP BY i.kind
            """;

    @Override
    public Map<ItemKind, Long> countItems(Principal asking, FolderId folder) {
        return jdbi.withHandle(handle -> {
            read(handle, asking, folder);
            return handle.createQuery(COUNT_ITEMS)
                    .bind("folder", folder.value())
                    .reduceRows(new EnumMap<ItemKind, Long>(ItemKind.class), (counts, row) -> {
                        counts.put(
                                ItemKinds.of(row.getColumn("kind", String.class)), row.getColumn("items", Long.class));
                        return counts;
                    });
        });
    }

    @Override
    public void remove(Principal asking, FolderId folder) {
        jdbi.useTransaction(handle -> {
            read(handle, asking, folder);
            FolderRemoval.remove(handle, folder);
            Audit.record(handle, asking, "folder.remove", folder.value());
        });
    }

    private static Folder folder(ResultSet row) throws SQLException {
        return new Folder(
                new FolderId(row.getObject("id", UUID.class)),
                parent(row.getObject("parent_id", UUID.class)),
                row.getString("name"),
                List.of((String[]) row.getArray("path").getArray()),
                row.getString("description"),
                new UserId(row.getObject("owner_id", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable FolderId parent(@Nullable UUID id) {
        return id == null ? null : new FolderId(id);
    }
}

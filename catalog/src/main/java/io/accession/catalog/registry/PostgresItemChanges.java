package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.ChangedRun;
import io.accession.core.registry.ItemChange;
import io.accession.core.registry.ItemChanges;
import io.accession.core.registry.MetadataChange;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import io.accession.core.registry.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Changes of items in PostgreSQL. Rows are locked in the order of their ids, so that no two changes wait for each other. */
public final class PostgresItemChanges implements ItemChanges {

    private final Jdbi jdbi;
    private final ItemWriting writing;

    /** {@code metadataBytes} that one item's metadata may have. */
    public PostgresItemChanges(Jdbi jdbi, int metadataBytes) {
        this.jdbi = jdbi;
        this.writing = new ItemWriting(metadataBytes);
    }

    // An array of unknown length: see SqlArrays.
    private static final String LOCK = """
            SELECT i.id, i.folder_id
              FROM item i
             WHERE i.id = ANY(ARRAY(SELECT unnest(:items))) AND NOT i.is_tombstone
             ORDER BY i.id
               FOR UPDATE
            """;

    private static Map<ItemId, FolderId> lock(Handle handle, Collection<ItemId> items) {
        var folders = new HashMap<ItemId, FolderId>();
        handle.createQuery(LOCK)
                .bind("items", SqlArrays.uuids(handle, values(items)))
                .map((row, context) -> folders.put(
                        new ItemId(row.getObject("id", UUID.class)),
                        new FolderId(row.getObject("folder_id", UUID.class))))
                .forEach(before -> {});
        return folders;
    }

    private static final String HOLD_FOLDERS =
            "SELECT f.id FROM folder f WHERE f.id = ANY(:folders) ORDER BY f.id FOR SHARE";

    private static void hold(Handle handle, Stream<FolderId> folders) {
        handle.createQuery(HOLD_FOLDERS)
                .bind("folders", SqlArrays.uuids(handle, folders.map(FolderId::value)))
                .mapTo(UUID.class)
                .list();
    }

    @Override
    public int change(Principal asking, Map<ItemId, ItemChange> changes) {
        try {
            return jdbi.inTransaction(handle -> change(handle, asking, changes));
        } catch (UnableToExecuteStatementException e) {
            throw Metadata.explained(e);
        }
    }

    @Override
    public RegisteredItem changeInside(Principal asking, FolderId folder, ItemId item, ItemChange change) {
        try {
            return jdbi.inTransaction(handle -> {
                var items = List.of(item);
                var folders = lock(handle, items);
                requireIn(folder, items, folders);
                requireAdministered(handle, asking, items, folders);
                writing.write(handle, asking, Map.of(item, change));
                return ItemRows.read(handle, items).getFirst();
            });
        } catch (UnableToExecuteStatementException e) {
            throw Metadata.explained(e);
        }
    }

    private int change(Handle handle, Principal asking, Map<ItemId, ItemChange> changes) {
        var items = changes.keySet();
        requireAdministered(handle, asking, items, lock(handle, items));
        return writing.write(handle, asking, changes);
    }

    /** {@code folders} are those in which the items lie that are there. */
    private static void requireAdministered(
            Handle handle, Principal asking, Collection<ItemId> items, Map<ItemId, FolderId> folders) {
        var closed = lessThanAdministered(handle, asking, Set.copyOf(folders.values()));
        for (var item : items) {
            var folder = folders.get(item);
            if (folder == null || closed.contains(folder)) {
                throw ItemRows.unknown(item);
            }
        }
    }

    @Override
    public ChangedRun changeInFolder(
            Principal asking, FolderId folder, boolean deep, MetadataChange metadata, @Nullable String token) {
        try {
            return jdbi.inTransaction(handle -> {
                FolderAccess.require(handle, asking, List.of(folder), Role.ADMIN);
                var run = FolderRun.find(handle, folder, deep, token);
                var items = run.unmoved(lock(handle, run.items().keySet()));
                int changed = writing.write(handle, asking, items, metadata);
                return new ChangedRun(items.size(), changed, run.nextToken());
            });
        } catch (UnableToExecuteStatementException e) {
            throw Metadata.explained(e);
        }
    }

    private static Set<FolderId> lessThanAdministered(Handle handle, Principal asking, Set<FolderId> folders) {
        if (asking.isAdministrator()) {
            return Set.of();
        }
        var roles = FolderAccess.roles(handle, asking, folders);
        return folders.stream()
                .filter(folder -> roles.get(folder) != Role.ADMIN)
                .collect(Collectors.toSet());
    }

    // A member that is shown, or that another composite has too, stays where it is.
    private static final String OWN_MEMBERS = """
            SELECT DISTINCT i.id
              FROM item_member m
              JOIN item i ON i.id = m.item_id
             WHERE m.group_id = ANY(:items) AND i.is_hidden AND i.folder_id = :folder
               AND NOT EXISTS (SELECT FROM item_member o WHERE o.item_id = i.id AND o.group_id <> ALL(:items))
            """;

    private static Set<ItemId> withOwnMembers(Handle handle, FolderId folder, Collection<ItemId> items) {
        var all = new LinkedHashSet<>(items);
        handle.createQuery(OWN_MEMBERS)
                .bind("items", SqlArrays.uuids(handle, values(items)))
                .bind("folder", folder.value())
                .mapTo(UUID.class)
                .forEach(id -> all.add(new ItemId(id)));
        return all;
    }

    // docs/identity.md: where the identity is taken, the item gets a number that nobody else has.
    private static final String MOVE = """
            UPDATE item i
               SET folder_id = :to,
                   duplicate_no = CASE
                       WHEN i.duplicate_no <> 0 OR NOT EXISTS (
                            SELECT FROM item t
                             WHERE t.folder_id = :to AND t.identity_hash = i.identity_hash AND t.duplicate_no = 0)
                       THEN i.duplicate_no
                       ELSE CAST(CAST('x' || right(replace(CAST(i.id AS text), '-', ''), 16) AS bit(64)) AS bigint) END,
                   edited_at = now(), changed_xid = pg_current_xact_id()
             WHERE i.id = ANY(:items)
            """;

    @Override
    public void move(Principal asking, FolderId from, List<ItemId> items, FolderId to, boolean outOfDataset) {
        try {
            jdbi.useTransaction(handle -> {
                hold(handle, Stream.of(from, to));
                FolderAccess.require(handle, asking, List.of(from, to), Role.ADMIN);
                requireIn(from, items, lock(handle, items));
                if (from.equals(to)) {
                    return;
                }
                if (!outOfDataset) {
                    DatasetLinks.requireNotMirrored(handle, from);
                }
                handle.createUpdate(MOVE)
                        .bind("items", SqlArrays.uuids(handle, values(withOwnMembers(handle, from, items))))
                        .bind("to", to.value())
                        .execute();
                Audit.recordAll(handle, asking, "item.move", values(items));
            });
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.UNIQUE::equals).isPresent()) {
                throw new RegistryException(
                        new RegistryError.Conflict("The folder is being filled with the same objects. Try again."), e);
            }
            throw e;
        }
    }

    private static void requireIn(FolderId folder, List<ItemId> items, Map<ItemId, FolderId> found) {
        for (var item : items) {
            if (!folder.equals(found.get(item))) {
                throw ItemRows.unknown(item);
            }
        }
    }

    private static final String MEMBER_OF_ANOTHER = """
            SELECT m.item_id
              FROM item_member m
              JOIN item g ON g.id = m.group_id
             WHERE m.item_id = ANY(:items) AND m.group_id <> ALL(:items) AND NOT g.is_tombstone
             LIMIT 1
            """;

    private static final String SHOW_MEMBERS = """
            UPDATE item i
               SET is_hidden = false, edited_at = now(), changed_xid = pg_current_xact_id()
             WHERE i.id = ANY(:items) AND i.is_hidden
            """;

    private static final String REMOVE = """
            WITH removed AS (
                DELETE FROM item i WHERE i.id = ANY(:items) RETURNING i.id, i.folder_id)
            """ + ItemRemoval.WITH_ALL_THAT_IS_THEIRS;

    @Override
    public int remove(Principal asking, FolderId folder, List<ItemId> items, boolean unusedMembers) {
        try {
            return jdbi.inTransaction(handle -> remove(handle, asking, folder, items, unusedMembers));
        } catch (UnableToExecuteStatementException e) {
            throw DatasetLinks.explained(e);
        }
    }

    private static int remove(
            Handle handle, Principal asking, FolderId folder, List<ItemId> items, boolean unusedMembers) {
        hold(handle, Stream.of(folder));
        FolderAccess.require(handle, asking, List.of(folder), Role.ADMIN);
        requireIn(folder, items, lock(handle, items));
        requireUnused(handle, items);
        var all = withOwnMembers(handle, folder, items);
        DatasetLinks.requireUnlinked(handle, unusedMembers ? all : items);
        if (!unusedMembers) {
            all.removeAll(items);
            handle.createUpdate(SHOW_MEMBERS)
                    .bind("items", SqlArrays.uuids(handle, values(all)))
                    .execute();
        }
        Audit.recordAll(handle, asking, "item.remove", values(items));
        return handle.createUpdate(REMOVE)
                .bind("items", SqlArrays.uuids(handle, values(unusedMembers ? all : items)))
                .execute();
    }

    private static void requireUnused(Handle handle, List<ItemId> items) {
        var used = handle.createQuery(MEMBER_OF_ANOTHER)
                .bind("items", SqlArrays.uuids(handle, values(items)))
                .mapTo(UUID.class)
                .findFirst();
        if (used.isPresent()) {
            throw new RegistryException(new RegistryError.Conflict("The item " + used.get()
                    + " is a frame or file of a group that would stay. Remove the group too, or first."));
        }
    }

    private static Stream<UUID> values(Collection<ItemId> items) {
        return items.stream().map(ItemId::value);
    }
}

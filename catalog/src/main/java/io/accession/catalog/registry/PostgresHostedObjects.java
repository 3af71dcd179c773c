package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.hosted.HostedObject;
import io.accession.core.hosted.HostedObjects;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The records of uploaded files in PostgreSQL. */
public final class PostgresHostedObjects implements HostedObjects {

    private static final int LOOKED_AT_ONCE = 500;

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresHostedObjects(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    private static final String RESERVE = """
        INSERT INTO hosted_object (id, object_key, integration_id, folder_id, created_by, due_at)
        SELECT wanted.id, wanted.object_key, :storage, CAST(:folder AS uuid), :asking, now() + interval '1 day'
          FROM unnest(CAST(:ids AS uuid[]), CAST(:keys AS text[])) AS wanted (id, object_key)
        """;

    @Override
    public List<HostedObject> reserve(Principal asking, @Nullable FolderId folder, IntegrationId storage, int count) {
        var objects = Stream.generate(ids).limit(count).map(HostedObject::new).toList();
        jdbi.useTransaction(handle -> {
            if (folder != null) {
                FolderAccess.require(handle, asking, List.of(folder), Role.ADMIN);
            }
            handle.createUpdate(RESERVE)
                    .bind("storage", storage.value())
                    .bind("folder", folder == null ? null : folder.value())
                    .bind("asking", asking.id().value())
                    .bind("ids", SqlArrays.uuids(handle, objects.stream().map(HostedObject::id)))
                    .bind("keys", SqlArrays.texts(handle, objects.stream().map(HostedObject::key)))
                    .execute();
        });
        return objects;
    }

    private static final String TAKES_BYTES = """
        SELECT EXISTS (SELECT FROM hosted_object h WHERE h.id = :id AND NOT h.is_kept AND NOT h.is_removed)
        """;

    @Override
    public boolean takesBytes(HostedObject object) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKES_BYTES)
                .bind("id", object.id())
                .mapTo(Boolean.class)
                .one());
    }

    private static final String HOLD = """
        SELECT h.id FROM hosted_object h WHERE h.id = :id AND NOT h.is_kept AND NOT h.is_removed FOR UPDATE
        """;

    @Override
    public boolean complete(HostedObject object, Arrival arrival) throws IOException {
        return jdbi.inTransaction(handle -> {
            boolean isFree = handle.createQuery(HOLD)
                    .bind("id", object.id())
                    .mapTo(UUID.class)
                    .findOne()
                    .isPresent();
            if (isFree) {
                arrival.complete();
            }
            return isFree;
        });
    }

    private static final String KEEP = """
        UPDATE hosted_object
           SET is_kept = true, folder_id = :folder, due_at = now() + interval '1 day'
         WHERE id = ANY(:ids) AND (folder_id = :folder OR folder_id IS NULL) AND created_by = :asking AND NOT is_removed
        RETURNING id, integration_id
        """;

    @Override
    public IntegrationId keep(Principal asking, FolderId folder, Collection<HostedObject> objects) {
        return jdbi.inTransaction(handle -> {
            var kept = handle.createQuery(KEEP)
                    .bind("ids", SqlArrays.uuids(handle, objects.stream().map(HostedObject::id)))
                    .bind("folder", folder.value())
                    .bind("asking", asking.id().value())
                    .map((row, context) -> stored(row))
                    .collectToMap(Stored::object, Stored::storage);
            requireAll(kept.keySet(), objects);
            var storages = Set.copyOf(kept.values());
            if (storages.size() > 1) {
                throw new RegistryException(
                        new RegistryError.Invalid(
                                "The files were uploaded into different storages. Name those of each storage in a job of its own."));
            }
            return storages.iterator().next();
        });
    }

    private static void requireAll(Set<HostedObject> kept, Collection<HostedObject> named) {
        for (var object : named) {
            if (!kept.contains(object)) {
                throw new RegistryException(new RegistryError.NotFoundOrForbidden(
                        "uploaded file", object.id().toString()));
            }
        }
    }

    // A job that is under way in the folder may be about to make an item of it.
    private static final String CLAIM = """
        UPDATE hosted_object h
           SET due_at = CASE WHEN due.is_named THEN now() + interval '1 day' ELSE now() + interval '1 hour' END,
               is_removed = NOT due.is_named AND NOT due.is_awaited
          FROM (SELECT o.id,
                       EXISTS (SELECT FROM item i
                                WHERE i.object_url = o.object_key AND i.object_url LIKE 'accession/uploaded/%'
                                  AND i.integration_id = o.integration_id)
                       OR EXISTS (SELECT FROM item_object_history h
                                    JOIN item i ON i.id = h.item_id
                                   WHERE h.object_url = o.object_key AND h.object_url LIKE 'accession/uploaded/%'
                                     AND i.integration_id = o.integration_id) AS is_named,
                       EXISTS (SELECT FROM upload_job j
                                WHERE j.state = 'PENDING' AND j.folder_id = o.folder_id
                                  AND j.integration_id = o.integration_id) AS is_awaited
                  FROM hosted_object o
                 WHERE o.due_at <= now()
                 ORDER BY o.due_at
                 LIMIT :limit
                   FOR UPDATE SKIP LOCKED) due
         WHERE h.id = due.id
        RETURNING h.id, h.integration_id, h.is_removed
        """;

    private record Looked(Stored object, boolean isUnused) {}

    @Override
    public List<Stored> claimUnused() {
        List<Looked> looked;
        do {
            looked = jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                    .bind("limit", LOOKED_AT_ONCE)
                    .map((row, context) -> new Looked(stored(row), row.getBoolean("is_removed")))
                    .list());
        } while (looked.size() == LOOKED_AT_ONCE && looked.stream().noneMatch(Looked::isUnused));
        return looked.stream().filter(Looked::isUnused).map(Looked::object).toList();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new HostedObject(row.getObject("id", UUID.class)),
                new IntegrationId(row.getObject("integration_id", UUID.class)));
    }

    @Override
    public void forget(HostedObject object) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM hosted_object WHERE id = :id AND is_removed")
                .bind("id", object.id())
                .execute());
    }
}

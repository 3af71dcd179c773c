package io.accession.catalog;

import io.accession.core.domain.ItemId;
import io.accession.core.sync.Sidecar;
import io.accession.core.sync.Sidecar.Applied;
import io.accession.core.sync.Sidecar.Paired;
import io.accession.core.sync.SyncTurn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The sidecars of a synced folder. */
final class PostgresSidecars {

    private static final String FORGET = """
            DELETE FROM synced_sidecar s
             WHERE s.folder_id = :folder AND s.object_key > :after
               AND (CAST(:upTo AS bytea) IS NULL OR s.object_key <= CAST(:upTo AS bytea))
               AND s.object_key <> ALL(:keys)
            """;

    private static final String REMEMBER = """
            INSERT INTO synced_sidecar (folder_id, object_key, version)
            SELECT :folder, seen.object_key, seen.version
              FROM unnest(:keys, :versions) AS seen (object_key, version)
                ON CONFLICT (folder_id, object_key) DO UPDATE SET version = excluded.version
                WHERE synced_sidecar.version <> excluded.version
            """;

    private static final String APPLY_AGAIN = """
            UPDATE synced_sidecar SET applied_version = NULL
             WHERE folder_id = :folder AND object_key = ANY(:keys) AND applied_version IS NOT NULL
            """;

    // A name with the extension goes before one without. Of the keys that start as the sidecar's does, 2E is the dot
    // and 2F the
    // slash, which comes after it.
    private static final String DUE = """
            WITH due AS (
                SELECT s.object_key, s.version,
                       substring(s.object_key FROM 1 FOR octet_length(s.object_key) - octet_length(CAST(:suffix AS bytea))) AS stem
                  FROM synced_sidecar s
                 WHERE s.folder_id = :folder AND s.object_key > :after AND s.version IS DISTINCT FROM s.applied_version
                 ORDER BY s.object_key
                 LIMIT :limit)
            SELECT due.object_key, due.version, i.id
              FROM due
              LEFT JOIN LATERAL (
                   SELECT o.identity_hash
                     FROM synced_object o
                    WHERE o.folder_id = :folder AND o.object_key = due.stem
                    UNION ALL
                   SELECT o.identity_hash
                     FROM synced_object o
                    WHERE o.folder_id = :folder
                      AND o.object_key > due.stem || decode('2e', 'hex') AND o.object_key < due.stem || decode('2f', 'hex')
                      AND position(decode('2e', 'hex') IN substring(o.object_key FROM octet_length(due.stem) + 2)) = 0
                      AND position(decode('2f', 'hex') IN substring(o.object_key FROM octet_length(due.stem) + 2)) = 0
                      AND NOT EXISTS (SELECT FROM synced_sidecar own
                                       WHERE own.folder_id = :folder AND own.object_key = o.object_key || CAST(:suffix AS bytea))
                   ) paired ON true
              LEFT JOIN item i ON i.folder_id = :folder AND i.identity_hash = paired.identity_hash AND NOT i.is_tombstone
             ORDER BY due.object_key, i.id
            """;

    private static final String REMEMBER_METADATA = """
            INSERT INTO item_history (item_id, replaced_by, client_metadata)
            SELECT i.id, :user, i.client_metadata
              FROM unnest(:items, :metadata) AS c (id, client_metadata)
              JOIN item i ON i.id = c.id
             WHERE NOT i.is_tombstone AND i.client_metadata IS DISTINCT FROM CAST(c.client_metadata AS jsonb)
            """;

    private static final String SET_METADATA = """
            UPDATE item i
               SET client_metadata = CAST(c.client_metadata AS jsonb), edited_at = now(), changed_xid = pg_current_xact_id()
              FROM unnest(:items, :metadata) AS c (id, client_metadata)
             WHERE i.id = c.id AND NOT i.is_tombstone
               AND i.client_metadata IS DISTINCT FROM CAST(c.client_metadata AS jsonb)
            """;

    private static final String MARK = """
            UPDATE synced_sidecar s
               SET applied_version = c.version
              FROM unnest(:keys, :versions) AS c (object_key, version)
             WHERE s.folder_id = :folder AND s.object_key = c.object_key AND s.version = c.version
            """;

    private final Handle handle;
    private final SyncTurn turn;

    PostgresSidecars(Handle handle, SyncTurn turn) {
        this.handle = handle;
        this.turn = turn;
    }

    void replace(String after, @Nullable String upTo, List<Sidecar> seen) {
        handle.createUpdate(FORGET)
                .bind("folder", turn.folder().value())
                .bind("after", bytes(after))
                .bind("upTo", upTo == null ? null : bytes(upTo))
                .bind("keys", SqlArrays.bytes(handle, keys(seen.stream())))
                .execute();
        handle.createUpdate(REMEMBER)
                .bind("folder", turn.folder().value())
                .bind("keys", SqlArrays.bytes(handle, keys(seen.stream())))
                .bind("versions", SqlArrays.texts(handle, seen.stream().map(Sidecar::version)))
                .execute();
    }

    void applyAgain(List<String> keys) {
        handle.createUpdate(APPLY_AGAIN)
                .bind("folder", turn.folder().value())
                .bind(
                        "keys",
                        SqlArrays.bytes(
                                handle,
                                keys.stream().map(PostgresSidecars::bytes).toArray(byte[][]::new)))
                .execute();
    }

    List<Paired> due(int limit) {
        var due = new LinkedHashMap<Sidecar, List<ItemId>>();
        handle.createQuery(DUE)
                .bind("folder", turn.folder().value())
                .bind("after", bytes(turn.after()))
                .bind("suffix", bytes(Objects.requireNonNull(turn.sync().metadataSuffix())))
                .bind("limit", limit)
                .map((row, context) -> {
                    var key = new String(row.getBytes("object_key"), StandardCharsets.UTF_8);
                    var items = due.computeIfAbsent(new Sidecar(key, row.getString("version")), _ -> new ArrayList<>());
                    var item = row.getObject("id", UUID.class);
                    return item == null || items.add(new ItemId(item));
                })
                .forEach(_ -> {});
        return due.entrySet().stream()
                .map(one -> new Paired(one.getKey(), one.getValue()))
                .toList();
    }

    private record Change(UUID item, String metadata) {}

    void apply(List<Applied> sidecars) {
        var changes = sidecars.stream()
                .flatMap(one -> one.paired().items().stream().map(item -> new Change(item.value(), one.metadata())))
                .toList();
        handle.createUpdate(REMEMBER_METADATA)
                .bind("items", SqlArrays.uuids(handle, changes.stream().map(Change::item)))
                .bind("metadata", SqlArrays.texts(handle, changes.stream().map(Change::metadata)))
                .bind("user", turn.user().value())
                .execute();
        handle.createUpdate(SET_METADATA)
                .bind("items", SqlArrays.uuids(handle, changes.stream().map(Change::item)))
                .bind("metadata", SqlArrays.texts(handle, changes.stream().map(Change::metadata)))
                .execute();
        var done = sidecars.stream().map(one -> one.paired().sidecar()).toList();
        handle.createUpdate(MARK)
                .bind("folder", turn.folder().value())
                .bind("keys", SqlArrays.bytes(handle, keys(done.stream())))
                .bind("versions", SqlArrays.texts(handle, done.stream().map(Sidecar::version)))
                .execute();
    }

    private static byte[][] keys(Stream<Sidecar> sidecars) {
        return sidecars.map(sidecar -> bytes(sidecar.key())).toArray(byte[][]::new);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}

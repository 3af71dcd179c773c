package io.accession.catalog;

import io.accession.core.domain.ItemId;
import io.accession.core.object.IdentityHash;
import io.accession.core.receive.ReceivedManifest;
import io.accession.core.sync.Sidecar;
import io.accession.core.sync.SyncCounts;
import io.accession.core.sync.SyncTransaction;
import io.accession.core.sync.SyncTurn;
import io.accession.core.sync.SyncWarning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The transaction in which one page of a sync is stored. It holds the rows of the folder {@code FOR SHARE} and of the run {@code FOR UPDATE}. */
final class PostgresSyncTransaction implements SyncTransaction {

    // A folder that has just been filled has no statistics yet, and a scan per page would never end.
    static final String INDEXES_ONLY = "SET LOCAL enable_seqscan = off";

    // What is listed is the object that was registered, even where the item has a re-encoded one instead.
    private static final String HELD = """
            SELECT wanted.hash, found.id, found.is_tombstone,
                   CASE WHEN first.item_id IS NULL THEN found.etag ELSE first.etag END AS etag,
                   CASE WHEN first.item_id IS NULL THEN found.bytes ELSE first.bytes END AS bytes
              FROM unnest(:hashes) AS wanted (hash)
             CROSS JOIN LATERAL (
                   SELECT i.id, i.is_tombstone, i.etag, i.bytes
                     FROM item i
                    WHERE i.folder_id = :folder AND i.identity_hash = wanted.hash
                    ORDER BY i.is_tombstone, i.duplicate_no
                    LIMIT 1) AS found
              LEFT JOIN LATERAL (
                   SELECT h.item_id, h.etag, h.bytes
                     FROM item_object_history h
                    WHERE h.item_id = found.id AND h.reencoding_id IS NOT NULL
                    ORDER BY h.replaced_at
                    LIMIT 1) AS first ON true
            """;

    // Number 0 is free again unless something else of that identity has been registered meanwhile; then there would be
    // no tombstone to bring back.
    private static final String BRING_BACK = """
            UPDATE item
               SET is_tombstone = false, duplicate_no = 0, edited_at = now(), changed_xid = pg_current_xact_id()
             WHERE id = ANY(:items) AND is_tombstone
            """;

    // The keys of both sides are compared as sets, whatever the statistics say. A tombstone's number is the lower half
    // of its id.
    private static final String VANISH = """
            WITH missing AS (
                SELECT o.object_key
                  FROM synced_object o
                 WHERE o.folder_id = :folder AND o.object_key > :after
                   AND (CAST(:upTo AS bytea) IS NULL OR o.object_key <= CAST(:upTo AS bytea))
                EXCEPT
                SELECT k.object_key FROM unnest(:keys) AS k (object_key)
            ), gone AS (
                DELETE FROM synced_object o
                 USING missing m
                 WHERE o.folder_id = :folder AND o.object_key = m.object_key
                RETURNING o.identity_hash
            )
            UPDATE item i
               SET is_tombstone = true,
                   duplicate_no = CAST(CAST('x' || right(replace(CAST(i.id AS text), '-', ''), 16) AS bit(64)) AS bigint),
                   edited_at = now(), changed_xid = pg_current_xact_id()
             WHERE i.id = ANY(ARRAY(
                   SELECT found.id
                     FROM gone
                    CROSS JOIN LATERAL (
                          SELECT t.id
                            FROM item t
                           WHERE t.folder_id = :folder AND t.identity_hash = gone.identity_hash AND NOT t.is_tombstone
                          OFFSET 0) AS found))
            """;

    private static final String REMEMBER = """
            INSERT INTO synced_object (folder_id, object_key, identity_hash)
            SELECT :folder, seen.object_key, seen.hash
              FROM unnest(:keys, :hashes) AS seen (object_key, hash)
                ON CONFLICT (folder_id, object_key) DO UPDATE SET identity_hash = excluded.identity_hash
                WHERE synced_object.identity_hash <> excluded.identity_hash
            """;

    private static final String ATTACH = "UPDATE upload_job SET sync_run_id = :run WHERE id = :job";

    private static final String FINISH = """
            UPDATE sync_run
               SET pages = pages + 1, attempts = 0, due_at = '-infinity',
                   listed = listed + :listed, unsupported = unsupported + :unsupported, added = added + :added,
                   changed = changed + :changed, vanished = vanished + :vanished, returned = returned + :returned,
                   sidecars = sidecars + :sidecars,
                   warnings = CASE WHEN jsonb_array_length(warnings) < :most
                                   THEN warnings || CAST(:warnings AS jsonb) ELSE warnings END,
                   after_key = coalesce(CAST(:next AS bytea), ''),
                   phase = CASE WHEN CAST(:next AS bytea) IS NOT NULL THEN phase
                                WHEN phase = 'LISTING' THEN 'REGISTERING' ELSE 'FINISHING' END
             WHERE id = :run
            """;

    private final Handle handle;
    private final SyncTurn turn;
    private final PostgresSidecars sidecars;

    PostgresSyncTransaction(Handle handle, SyncTurn turn) {
        this.handle = handle;
        this.turn = turn;
        this.sidecars = new PostgresSidecars(handle, turn);
        handle.execute(INDEXES_ONLY);
    }

    @Override
    public Map<IdentityHash, HeldItem> find(Collection<IdentityHash> identities) {
        // In the index's own order, neighbours are looked up one after the other.
        var hashes = identities.stream()
                .map(IdentityHash::bytes)
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        var held = HashMap.<IdentityHash, HeldItem>newHashMap(identities.size());
        handle.createQuery(HELD)
                .bind("folder", turn.folder().value())
                .bind("hashes", SqlArrays.bytes(handle, hashes))
                .map((row, context) -> held.put(
                        IdentityHash.of(row.getBytes("hash")),
                        new HeldItem(
                                new ItemId(row.getObject("id", UUID.class)),
                                row.getBoolean("is_tombstone"),
                                row.getString("etag"),
                                row.getObject("bytes", Long.class))))
                .forEach(ignored -> {});
        return held;
    }

    @Override
    public void bringBack(List<ItemId> tombstones) {
        handle.createUpdate(BRING_BACK)
                .bind("items", SqlArrays.uuids(handle, tombstones.stream().map(ItemId::value)))
                .execute();
    }

    @Override
    public int replaceSeen(String after, @Nullable String upTo, List<SeenObject> seen) {
        var keys = seen.stream().map(object -> bytes(object.key())).toArray(byte[][]::new);
        var hashes = seen.stream().map(object -> object.identity().bytes()).toArray(byte[][]::new);
        int vanished = handle.createUpdate(VANISH)
                .bind("folder", turn.folder().value())
                .bind("after", bytes(after))
                .bind("upTo", upTo == null ? null : bytes(upTo))
                .bind("keys", SqlArrays.bytes(handle, keys))
                .execute();
        handle.createUpdate(REMEMBER)
                .bind("folder", turn.folder().value())
                .bind("keys", SqlArrays.bytes(handle, keys))
                .bind("hashes", SqlArrays.bytes(handle, hashes))
                .execute();
        return vanished;
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void replaceSidecars(String after, @Nullable String upTo, List<Sidecar> seen) {
        sidecars.replace(after, upTo, seen);
    }

    @Override
    public void applyAgain(List<String> sidecarKeys) {
        sidecars.applyAgain(sidecarKeys);
    }

    @Override
    public void apply(List<Sidecar.Applied> applied) {
        sidecars.apply(applied);
    }

    @Override
    public void post(ReceivedManifest manifest) throws IOException {
        PostgresJobIntake.store(handle, manifest.job(), manifest.slices());
        handle.createUpdate(ATTACH)
                .bind("run", turn.run().value())
                .bind("job", manifest.job().terms().id().value())
                .execute();
    }

    @Override
    public void finish(SyncCounts counts, List<SyncWarning> warnings, @Nullable String next) {
        handle.createUpdate(FINISH)
                .bind("run", turn.run().value())
                .bind("listed", counts.listed())
                .bind("unsupported", counts.unsupported())
                .bind("added", counts.added())
                .bind("changed", counts.changed())
                .bind("vanished", counts.vanished())
                .bind("returned", counts.returned())
                .bind("sidecars", counts.sidecars())
                .bind("warnings", SyncWarningsJson.write(warnings))
                .bind("most", io.accession.core.sync.SyncRun.WARNINGS)
                .bind("next", next == null ? null : bytes(next))
                .execute();
        Wakeup.send(handle);
    }
}

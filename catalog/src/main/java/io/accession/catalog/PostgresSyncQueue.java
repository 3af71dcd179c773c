package io.accession.catalog;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.UserId;
import io.accession.core.registry.FolderSync;
import io.accession.core.sync.Sidecar;
import io.accession.core.sync.SyncPhase;
import io.accession.core.sync.SyncQueue;
import io.accession.core.sync.SyncRunId;
import io.accession.core.sync.SyncTurn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The pages of syncs that wait in PostgreSQL. A page is claimed by its due time, so that no transaction is open while a storage is asked. */
public final class PostgresSyncQueue implements SyncQueue {

    // A run waits while eight of its jobs are at work, so that other jobs get their turns and no folder floods the
    // queue.
    private static final String CLAIM = """
            WITH due AS (
                SELECT r.id
                  FROM sync_run r
                 WHERE r.state = 'PENDING' AND NOT r.cancelling AND r.phase IN ('LISTING', 'METADATA')
                   AND r.due_at <= now()
                   AND (SELECT count(*) FROM upload_job j WHERE j.sync_run_id = r.id AND j.state = 'PENDING') < 8
                 ORDER BY r.due_at, r.id
                 LIMIT 1
                   FOR UPDATE SKIP LOCKED)
            UPDATE sync_run r
               SET claims = claims + 1, attempts = attempts + 1, due_at = now() + :lease * interval '1 millisecond'
              FROM due, folder f, synced_folder s
             WHERE r.id = due.id AND f.id = r.folder_id AND s.folder_id = r.folder_id
            RETURNING r.id, r.phase, r.claims, r.attempts, r.pages, r.after_key, r.folder_id, r.created_by, f.name,
                      s.integration_id, s.url, s.is_daily, s.metadata_suffix
            """;

    // Whoever deletes the folder takes its row first, too.
    private static final String HOLD_FOLDER = "SELECT 1 FROM folder WHERE id = :folder FOR SHARE";

    private static final String HOLD_RUN = """
            SELECT 1 FROM sync_run
             WHERE id = :run AND claims = :claim AND state = 'PENDING' AND NOT cancelling
               FOR UPDATE
            """;

    private static final String POSTPONE = """
            UPDATE sync_run SET due_at = now() + :pause * interval '1 millisecond'
             WHERE id = :run AND claims = :claim AND state = 'PENDING'
            """;

    private static final String FAIL = """
            UPDATE sync_run
               SET state = 'ERROR', phase = 'ENDED', failure_code = :code, failure_message = :message, ended_at = now()
             WHERE id = :run AND claims = :claim AND state = 'PENDING'
            """;

    // What was registered is followed by the sidecars, if the folder has them; then the run is done.
    private static final String SETTLE = """
            WITH decided AS (
                SELECT r.id, r.cancelling, r.phase = 'REGISTERING' AND s.metadata_suffix IS NOT NULL AS has_sidecars
                  FROM sync_run r
                  JOIN synced_folder s ON s.folder_id = r.folder_id
                 WHERE r.state = 'PENDING' AND (r.cancelling OR r.phase IN ('REGISTERING', 'FINISHING'))
                   AND NOT EXISTS (SELECT 1 FROM upload_job j WHERE j.sync_run_id = r.id AND j.state = 'PENDING')
                 LIMIT 1
                   FOR UPDATE OF r SKIP LOCKED)
            UPDATE sync_run r
               SET state = CASE WHEN d.cancelling THEN 'CANCELLED' WHEN d.has_sidecars THEN 'PENDING' ELSE 'DONE' END,
                   phase = CASE WHEN d.has_sidecars AND NOT d.cancelling THEN 'METADATA' ELSE 'ENDED' END,
                   after_key = '',
                   ended_at = CASE WHEN d.has_sidecars AND NOT d.cancelling THEN NULL ELSE now() END
              FROM decided d
             WHERE r.id = d.id
            """;

    private final Jdbi jdbi;

    public PostgresSyncQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<SyncTurn> claim(Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("lease", lease.toMillis())
                .map((row, context) -> turn(row))
                .findFirst());
    }

    private static SyncTurn turn(ResultSet row) throws SQLException {
        return new SyncTurn(
                new SyncRunId(row.getObject("id", UUID.class)),
                SyncPhase.valueOf(row.getString("phase")),
                row.getLong("claims"),
                row.getInt("attempts"),
                row.getInt("pages") + 1,
                new String(row.getBytes("after_key"), StandardCharsets.UTF_8),
                new FolderId(row.getObject("folder_id", UUID.class)),
                row.getString("name"),
                new FolderSync(
                        new IntegrationId(row.getObject("integration_id", UUID.class)),
                        row.getString("url"),
                        row.getBoolean("is_daily"),
                        row.getString("metadata_suffix")),
                new UserId(row.getObject("created_by", UUID.class)));
    }

    @Override
    public void store(SyncTurn turn, PageWork work) throws IOException {
        try {
            RepeatedTransaction.in(jdbi, handle -> {
                if (isHeld(handle, turn)) {
                    store(handle, turn, work);
                }
                return true;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void store(Handle handle, SyncTurn turn, PageWork work) {
        try {
            work.store(new PostgresSyncTransaction(handle, turn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHeld(Handle handle, SyncTurn turn) {
        boolean folderIsThere = handle.createQuery(HOLD_FOLDER)
                .bind("folder", turn.folder().value())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
        return folderIsThere
                && handle.createQuery(HOLD_RUN)
                        .bind("run", turn.run().value())
                        .bind("claim", turn.claim())
                        .mapTo(Integer.class)
                        .findFirst()
                        .isPresent();
    }

    @Override
    public List<Sidecar.Paired> listSidecars(SyncTurn turn, int limit) {
        return jdbi.inTransaction(handle -> {
            handle.execute(PostgresSyncTransaction.INDEXES_ONLY);
            return new PostgresSidecars(handle, turn).due(limit);
        });
    }

    @Override
    public void postpone(SyncTurn turn, Duration pause) {
        jdbi.useHandle(handle -> handle.createUpdate(POSTPONE)
                .bind("pause", pause.toMillis())
                .bind("run", turn.run().value())
                .bind("claim", turn.claim())
                .execute());
    }

    @Override
    public void fail(SyncTurn turn, Failure failure) {
        jdbi.useHandle(handle -> handle.createUpdate(FAIL)
                .bind("code", failure.code().name())
                .bind("message", failure.message())
                .bind("run", turn.run().value())
                .bind("claim", turn.claim())
                .execute());
    }

    @Override
    public boolean settleNext() {
        return jdbi.withHandle(handle -> handle.createUpdate(SETTLE).execute()) > 0;
    }
}

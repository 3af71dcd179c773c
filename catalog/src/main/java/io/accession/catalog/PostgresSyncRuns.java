package io.accession.catalog;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobState;
import io.accession.core.domain.UserId;
import io.accession.core.sync.SyncCounts;
import io.accession.core.sync.SyncPhase;
import io.accession.core.sync.SyncRun;
import io.accession.core.sync.SyncRun.Layer;
import io.accession.core.sync.SyncRunId;
import io.accession.core.sync.SyncRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The runs of syncs in PostgreSQL. Their counters are the sums over their upload jobs. */
public final class PostgresSyncRuns implements SyncRuns {

    private static final String COLUMNS = """
            SELECT r.id, r.folder_id, r.state, r.phase, r.cancelling, r.created_by, r.created_at, r.ended_at, r.pages,
                   r.listed, r.unsupported, r.added, r.changed, r.vanished, r.returned, r.sidecars, r.warnings,
                   r.failure_code, r.failure_message, j.*, u.*
              FROM sync_run r
             CROSS JOIN LATERAL (
                   SELECT count(*) FILTER (WHERE j.state = 'PENDING') AS jobs_pending,
                          count(*) FILTER (WHERE j.state = 'DONE') AS jobs_done,
                          count(*) FILTER (WHERE j.state = 'ERROR') AS jobs_error,
                          count(*) FILTER (WHERE j.state = 'CANCELLED') AS jobs_cancelled
                     FROM upload_job j
                    WHERE j.sync_run_id = r.id) j
             CROSS JOIN LATERAL (
                   SELECT coalesce(sum(s.entries), 0) AS units,
                          coalesce(sum(s.known + s.repeated + s.registered), 0) AS units_done,
                          coalesce(sum(s.failed), 0) AS units_error,
                          coalesce(sum(s.cancelled), 0) AS units_cancelled
                     FROM upload_job j
                     JOIN upload_slice s ON s.job_id = j.id
                    WHERE j.sync_run_id = r.id) u
            """;

    private static final String FIND = COLUMNS + " WHERE r.id = :run";
    private static final String FIND_LAST = COLUMNS + " WHERE r.folder_id = :folder ORDER BY r.id DESC LIMIT 1";
    private static final String FIND_PENDING = COLUMNS + " WHERE r.folder_id = :folder AND r.state = 'PENDING'";

    private static final String START = """
            INSERT INTO sync_run (id, folder_id, created_by)
            VALUES (:id, :folder, :user)
                ON CONFLICT (folder_id) WHERE state = 'PENDING' DO NOTHING
            """;

    // The folder's owner stands for what happens by itself.
    private static final String OVERDUE = """
            SELECT f.id, f.owner_id
              FROM synced_folder s
              JOIN folder f ON f.id = s.folder_id
             WHERE s.is_daily
               AND NOT EXISTS (SELECT 1 FROM sync_run r
                                WHERE r.folder_id = s.folder_id
                                  AND (r.state = 'PENDING' OR r.created_at > now() - :since * interval '1 second'))
            """;

    private static final String CANCEL = """
            UPDATE sync_run SET cancelling = true WHERE id = :run AND state = 'PENDING' AND NOT cancelling
            """;

    private static final String CANCEL_JOBS = """
            UPDATE upload_job SET cancelling = true WHERE sync_run_id = :run AND state = 'PENDING' AND NOT cancelling
            """;

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    /** {@code ids} gives UUIDv7s. */
    public PostgresSyncRuns(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    @Override
    public Started start(FolderId folder, UserId user) {
        return jdbi.inTransaction(handle -> {
            while (true) {
                boolean isNew = start(handle, folder.value(), user.value());
                var pending = handle.createQuery(FIND_PENDING)
                        .bind("folder", folder.value())
                        .map((row, context) -> run(row))
                        .findFirst();
                if (pending.isPresent()) {
                    return new Started(pending.get(), isNew);
                }
            }
        });
    }

    private boolean start(Handle handle, UUID folder, UUID user) {
        var id = ids.get();
        int started = handle.createUpdate(START)
                .bind("id", id)
                .bind("folder", folder)
                .bind("user", user)
                .execute();
        if (started > 0) {
            Audit.record(handle, new UserId(user), "folder.sync", folder);
            Wakeup.send(handle);
        }
        return started > 0;
    }

    @Override
    public int startOverdue(Duration since) {
        record Overdue(UUID folder, UUID owner) {}
        return jdbi.inTransaction(handle -> handle
                .createQuery(OVERDUE)
                .bind("since", since.toSeconds())
                .map((row, context) ->
                        new Overdue(row.getObject("id", UUID.class), row.getObject("owner_id", UUID.class)))
                .list()
                .stream()
                .mapToInt(due -> start(handle, due.folder(), due.owner()) ? 1 : 0)
                .sum());
    }

    @Override
    public Optional<SyncRun> find(SyncRunId run) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("run", run.value())
                .map((row, context) -> run(row))
                .findFirst());
    }

    private static final String ENDED = """
            SELECT r.id FROM sync_run r WHERE r.id = ANY(:runs) AND r.state <> 'PENDING'
            """;

    @Override
    public List<SyncRunId> listEnded(Collection<SyncRunId> runs) {
        return jdbi.withHandle(handle -> handle.createQuery(ENDED)
                .bind("runs", SqlArrays.uuids(handle, runs.stream().map(SyncRunId::value)))
                .mapTo(UUID.class)
                .map(SyncRunId::new)
                .list());
    }

    @Override
    public Optional<SyncRun> findLast(FolderId folder) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND_LAST)
                .bind("folder", folder.value())
                .map((row, context) -> run(row))
                .findFirst());
    }

    @Override
    public void cancel(SyncRunId run, UserId asking) {
        jdbi.useTransaction(handle -> {
            int cancelled = handle.createUpdate(CANCEL).bind("run", run.value()).execute();
            if (cancelled > 0) {
                handle.createUpdate(CANCEL_JOBS).bind("run", run.value()).execute();
                Audit.record(handle, asking, "sync.cancel", run.value());
                Wakeup.send(handle);
            }
        });
    }

    private static SyncRun run(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var state = JobState.valueOf(row.getString("state"));
        var phase = SyncPhase.valueOf(row.getString("phase"));
        return new SyncRun(
                new SyncRunId(row.getObject("id", UUID.class)),
                new FolderId(row.getObject("folder_id", UUID.class)),
                state,
                phase,
                row.getBoolean("cancelling"),
                new UserId(row.getObject("created_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                pages(row.getInt("pages"), state, phase),
                new Layer(
                        row.getLong("jobs_pending"),
                        row.getLong("jobs_done"),
                        row.getLong("jobs_error"),
                        row.getLong("jobs_cancelled")),
                units(row),
                new SyncCounts(
                        row.getLong("listed"),
                        row.getLong("unsupported"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("vanished"),
                        row.getLong("returned"),
                        row.getLong("sidecars")),
                failure(row),
                SyncWarningsJson.read(row.getString("warnings")));
    }

    private static Layer pages(int done, JobState state, SyncPhase phase) {
        boolean isListing = phase == SyncPhase.LISTING || phase == SyncPhase.METADATA;
        return new Layer(isListing ? 1 : 0, done, state == JobState.ERROR ? 1 : 0, state == JobState.CANCELLED ? 1 : 0);
    }

    private static Layer units(ResultSet row) throws SQLException {
        long done = row.getLong("units_done");
        long error = row.getLong("units_error");
        long cancelled = row.getLong("units_cancelled");
        return new Layer(Math.max(0, row.getLong("units") - done - error - cancelled), done, error, cancelled);
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        var code = row.getString("failure_code");
        return code == null ? null : new Failure(FailureCode.valueOf(code), row.getString("failure_message"));
    }
}

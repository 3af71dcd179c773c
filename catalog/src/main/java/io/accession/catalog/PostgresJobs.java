package io.accession.catalog;

import io.accession.catalog.registry.Search;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.JobId;
import io.accession.core.domain.JobState;
import io.accession.core.domain.UserId;
import io.accession.core.job.FailedUnit;
import io.accession.core.job.JobCounts;
import io.accession.core.job.JobItem;
import io.accession.core.job.JobPhase;
import io.accession.core.job.Jobs;
import io.accession.core.job.UploadJob;
import io.accession.core.manifest.EntryPosition;
import io.accession.core.work.SharedLook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The jobs in PostgreSQL. The counts of a job are the sums over its slices: some fifty rows for the largest manifest. */
public final class PostgresJobs implements Jobs {

    private static final String COLUMNS = """
        SELECT %s, j.folder_name, j.file_name, j.state, j.cancelling, j.message,
               j.ended_at, j.entries, j.urls, j.warnings, c.*,
               (SELECT d.dataset_id FROM dataset_upload d WHERE d.job_id = j.id) AS dataset_id,
               EXISTS (SELECT 1 FROM upload_unit u
                        WHERE u.job_id = j.id AND u.state = 'TO_RENDER') AS is_rendering
          FROM upload_job j
         CROSS JOIN LATERAL (
               SELECT coalesce(bool_or(s.state = 'WAITING'), false) AS is_planning,
                      coalesce(sum(s.entries) FILTER (WHERE s.state = 'PLANNED'), 0) AS planned,
                      coalesce(sum(s.known), 0) AS known, coalesce(sum(s.repeated), 0) AS repeated,
                      coalesce(sum(s.trusted), 0) AS trusted, coalesce(sum(s.to_probe), 0) AS to_probe,
                      coalesce(sum(s.probed), 0) AS probed, coalesce(sum(s.registered), 0) AS registered,
                      coalesce(sum(s.metadata_updated), 0) AS metadata_updated,
                      coalesce(sum(s.failed), 0) AS failed, coalesce(sum(s.cancelled), 0) AS cancelled,
                      coalesce(sum(s.requests), 0) AS requests, coalesce(sum(s.bytes_read), 0) AS bytes_read
                 FROM upload_slice s
                WHERE s.job_id = j.id) c
        """.formatted(JobRows.TERMS);

    // An array of unknown length: see SqlArrays.
    private static final String FIND = COLUMNS + " WHERE j.id = ANY(ARRAY(SELECT unnest(:jobs)))";

    private static final String LIST = COLUMNS + """
         WHERE (:folder::uuid IS NULL OR j.folder_id = :folder::uuid)
           AND (:state::text IS NULL OR j.state = :state)
           AND (:user::uuid IS NULL OR j.created_by = :user::uuid)
           AND (:search::text IS NULL OR j.file_name ILIKE :search)
           AND (:before::uuid IS NULL OR j.id < :before::uuid)
         ORDER BY j.id DESC
         LIMIT :limit
        """;

    private static final String CANCEL = """
        UPDATE upload_job SET cancelling = true WHERE id = :job AND state = 'PENDING' AND NOT cancelling
        """;

    private static final String FAILURES = """
        SELECT u.ordinal, u.kind, u.type_key, u.type_index, u.line, u.col, u.entry, u.failure_code,
               u.failure_message, u.attempts
          FROM (SELECT p.*, sum(octet_length(p.entry)) OVER (ORDER BY p.ordinal) - octet_length(p.entry) AS bytes_before
                  FROM (SELECT f.ordinal, f.kind, f.type_key, f.type_index, f.line, f.col, f.entry, f.failure_code,
                               f.failure_message, f.attempts
                          FROM upload_unit f
                         WHERE f.job_id = :job AND f.state = 'FAILED' AND f.ordinal > :after
                         ORDER BY f.ordinal
                         LIMIT :limit) p) u
         WHERE u.bytes_before < :bytes
         ORDER BY u.ordinal
        """;

    private final Jdbi jdbi;
    private final SharedLook<JobId, UploadJob> finding = new SharedLook<>(this::find);

    public PostgresJobs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<UploadJob> find(JobId job) {
        return finding.find(job);
    }

    /** Not in the transaction of whoever looks for all. */
    private Map<JobId, UploadJob> find(Set<JobId> jobs) {
        try (var handle = jdbi.open()) {
            return handle.createQuery(FIND)
                    .bind("jobs", SqlArrays.uuids(handle, jobs.stream().map(JobId::value)))
                    .map((row, context) -> job(row))
                    .collect(Collectors.toMap(job -> job.terms().id(), Function.identity()));
        }
    }

    @Override
    public List<UploadJob> list(Filter filter, @Nullable JobId before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("folder", filter.folder() == null ? null : filter.folder().value())
                .bind("state", filter.state() == null ? null : filter.state().name())
                .bind("user", filter.user() == null ? null : filter.user().value())
                .bind("search", filter.search() == null ? null : Search.pattern(filter.search()))
                .bind("before", before == null ? null : before.value())
                .bind("limit", limit)
                .map((row, context) -> job(row))
                .list());
    }

    private static UploadJob job(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var dataset = row.getObject("dataset_id", UUID.class);
        return new UploadJob(
                JobRows.terms(row),
                row.getString("folder_name"),
                row.getString("file_name"),
                dataset == null ? null : new DatasetId(dataset),
                JobState.valueOf(row.getString("state")),
                phase(row),
                row.getBoolean("cancelling"),
                row.getString("message"),
                ended == null ? null : ended.toInstant(),
                row.getInt("urls"),
                counts(row),
                WarningsJson.read(row.getString("warnings")));
    }

    private static JobPhase phase(ResultSet row) throws SQLException {
        if (JobState.valueOf(row.getString("state")) != JobState.PENDING) {
            return JobPhase.ENDED;
        }
        if (row.getBoolean("is_planning")) {
            return JobPhase.PLANNING;
        }
        if (row.getInt("probed") < row.getInt("to_probe")) {
            return JobPhase.PROBING;
        }
        return row.getBoolean("is_rendering") ? JobPhase.RENDERING : JobPhase.PROMOTING;
    }

    private static JobCounts counts(ResultSet row) throws SQLException {
        return new JobCounts(
                row.getInt("entries"),
                row.getInt("planned"),
                row.getInt("known"),
                row.getInt("repeated"),
                row.getInt("trusted"),
                row.getInt("to_probe"),
                row.getInt("probed"),
                row.getInt("registered"),
                row.getInt("metadata_updated"),
                row.getInt("failed"),
                row.getInt("cancelled"),
                row.getLong("requests"),
                row.getLong("bytes_read"));
    }

    @Override
    public void cancel(JobId job, UserId asking) {
        jdbi.useTransaction(handle -> {
            int cancelled = handle.createUpdate(CANCEL).bind("job", job.value()).execute();
            if (cancelled > 0) {
                Audit.record(handle, asking, "job.cancel", job.value());
                Wakeup.send(handle);
            }
        });
    }

    private static final String ENDED = """
            SELECT j.id FROM upload_job j WHERE j.id = ANY(:jobs) AND j.state <> 'PENDING'
            """;

    @Override
    public List<JobId> listEnded(Collection<JobId> jobs) {
        return jdbi.withHandle(handle -> handle.createQuery(ENDED)
                .bind("jobs", SqlArrays.uuids(handle, jobs.stream().map(JobId::value)))
                .mapTo(UUID.class)
                .map(JobId::new)
                .list());
    }

    @Override
    public void forEachItem(JobId job, Consumer<JobItem> consumer) {
        new JobItems(jdbi, job).forEach(consumer);
    }

    @Override
    public List<FailedUnit> listFailures(JobId job, int afterOrdinal, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(FAILURES)
                .bind("job", job.value())
                .bind("after", afterOrdinal)
                .bind("limit", limit)
                .bind("bytes", UnitRows.PAGE_BYTES)
                .map((row, context) -> failedUnit(job, row))
                .list());
    }

    private static FailedUnit failedUnit(JobId job, ResultSet row) throws SQLException {
        return new FailedUnit(
                job,
                row.getInt("ordinal"),
                new EntryPosition(
                        row.getString("type_key"), row.getInt("type_index"), row.getLong("line"), row.getLong("col")),
                row.getString("kind"),
                row.getString("entry"),
                new Failure(FailureCode.valueOf(row.getString("failure_code")), row.getString("failure_message")),
                row.getInt("attempts"));
    }
}

package io.accession.catalog;

import io.accession.core.job.JobTerms;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.settle.DecidedJob;
import io.accession.core.settle.DecidedJobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Finds decided jobs in PostgreSQL. */
public final class PostgresDecidedJobs implements DecidedJobs {

    // Nothing is rendered for an atomic job that has failed.
    // In random order: a job that cannot be ended does not stand in the way of others.
    private static final String DECIDED = """
        SELECT %s, j.cancelling, j.slices,
               c.failed
          FROM upload_job j
         CROSS JOIN LATERAL (SELECT sum(s.failed) AS failed FROM upload_slice s WHERE s.job_id = j.id) c
         WHERE j.state = 'PENDING'
           AND (j.cancelling
                OR NOT EXISTS (SELECT 1 FROM folder f WHERE f.id = j.folder_id)
                OR NOT EXISTS (SELECT 1 FROM upload_slice s WHERE s.job_id = j.id AND s.state = 'WAITING')
                   AND NOT EXISTS (SELECT 1 FROM upload_unit u WHERE u.job_id = j.id AND u.state = 'TO_PROBE')
                   AND (j.mode = 'ATOMIC' AND c.failed > 0
                        OR NOT EXISTS (SELECT 1 FROM upload_unit u
                                        WHERE u.job_id = j.id AND u.state = 'TO_RENDER')))
         ORDER BY random()
         LIMIT 1
           FOR UPDATE OF j SKIP LOCKED
        """.formatted(JobRows.TERMS);

    // Nobody deletes the folder while its job is settled.
    private static final String HOLD_FOLDER = "SELECT 1 FROM folder WHERE id = :folder FOR SHARE";

    private final Jdbi jdbi;
    private final ManifestLimits limits;

    public PostgresDecidedJobs(Jdbi jdbi, ManifestLimits limits) {
        this.jdbi = jdbi;
        this.limits = limits;
    }

    @Override
    public boolean settleNext(SettlementWork work) {
        return RepeatedTransaction.in(jdbi, handle -> {
            var decided = handle.createQuery(DECIDED)
                    .map((row, context) -> decided(row))
                    .findFirst();
            decided.ifPresent(job -> settle(handle, job, work));
            return decided.isPresent();
        });
    }

    private record Decided(JobTerms terms, boolean cancelling, int failed, int slices) {}

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                JobRows.terms(row), row.getBoolean("cancelling"), row.getInt("failed"), row.getInt("slices"));
    }

    private void settle(Handle handle, Decided job, SettlementWork work) {
        boolean folderGone = handle.createQuery(HOLD_FOLDER)
                .bind("folder", job.terms().folder().value())
                .mapTo(Integer.class)
                .findFirst()
                .isEmpty();
        work.settle(
                new DecidedJob(job.terms(), job.cancelling(), folderGone, job.failed()),
                new PostgresSettlementTransaction(handle, job.terms(), job.slices(), limits));
    }
}

package io.accession.catalog;

import io.accession.core.plan.ClaimedSlice;
import io.accession.core.plan.SliceQueue;
import io.accession.core.receive.NewJob;
import io.accession.core.receive.SliceSpool;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The slices that wait in PostgreSQL. A slice is claimed by the lock on its row, which ends with its worker's connection. */
public final class PostgresSliceQueue implements SliceQueue {

    private static final String CLAIM = """
        SELECT s.slice_no, s.body, %s
          FROM upload_slice s
          JOIN upload_job j ON j.id = s.job_id
          JOIN folder f ON f.id = j.folder_id
         WHERE s.state = 'WAITING' AND s.due_at <= now() AND j.state = 'PENDING' AND NOT j.cancelling
         ORDER BY s.slice_no, s.job_id
         LIMIT 1
           FOR UPDATE OF s SKIP LOCKED
           FOR SHARE OF j, f SKIP LOCKED
        """.formatted(JobRows.TERMS);

    // 1, 2, 4 … seconds, a minute at most.
    private static final String PAUSE = """
        UPDATE upload_slice
           SET attempts = attempts + 1, due_at = now() + least(60, power(2, attempts)) * interval '1 second'
         WHERE job_id = :job AND slice_no = :slice AND state = 'WAITING'
        """;

    private final Jdbi jdbi;

    public PostgresSliceQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean planNext(SliceWork work) {
        var held = new AtomicReference<@Nullable ClaimedSlice>();
        try {
            return RepeatedTransaction.in(jdbi, handle -> planNext(handle, work, held));
        } catch (RuntimeException e) {
            var failed = held.get();
            if (failed != null) {
                pause(failed);
            }
            throw e;
        }
    }

    private static boolean planNext(Handle handle, SliceWork work, AtomicReference<@Nullable ClaimedSlice> held) {
        var slice = handle.createQuery(CLAIM).map((row, context) -> slice(row)).findFirst();
        slice.ifPresent(claimed -> {
            held.set(claimed);
            work.plan(claimed, new PostgresSliceTransaction(handle));
        });
        return slice.isPresent();
    }

    private void pause(ClaimedSlice slice) {
        jdbi.useHandle(handle -> handle.createUpdate(PAUSE)
                .bind("job", slice.job().id().value())
                .bind("slice", slice.number())
                .execute());
    }

    static ClaimedSlice slice(ResultSet row) throws SQLException {
        return new ClaimedSlice(JobRows.terms(row), row.getInt("slice_no"), row.getBytes("body"));
    }

    @Override
    public void rehearse(NewJob job, SliceSpool slices, SliceWork work) throws IOException {
        try (var handle = jdbi.open()) {
            handle.begin();
            try {
                var transaction = new PostgresSliceTransaction(handle);
                slices.forEach(
                        (number, entries, body) -> work.plan(new ClaimedSlice(job.terms(), number, body), transaction));
            } finally {
                handle.rollback();
            }
        }
    }
}

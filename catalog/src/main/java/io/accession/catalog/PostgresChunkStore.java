package io.accession.catalog;

import io.accession.core.job.JobTerms;
import io.accession.core.probe.ProbedChunk;
import io.accession.core.probe.UnitOutcome;
import io.accession.core.promote.ChunkStore;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Promotes chunks in transactions of PostgreSQL. */
public final class PostgresChunkStore implements ChunkStore {

    private static final String HOLD = """
        SELECT 1
          FROM upload_job j JOIN folder f ON f.id = j.folder_id
         WHERE j.id = :job AND j.state = 'PENDING' AND NOT j.cancelling
           FOR SHARE OF j, f
        """;

    private static final String STILL_OURS = """
        SELECT u.ordinal
          FROM upload_unit u JOIN unnest(:ordinals, :attempts) AS held (ordinal, attempt)
            ON u.ordinal = held.ordinal AND u.attempts = held.attempt
         WHERE u.job_id = :job AND u.state IN ('TO_PROBE', 'TO_RENDER')
         ORDER BY u.ordinal
           FOR UPDATE OF u
        """;

    private final Jdbi jdbi;

    public PostgresChunkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void promote(ProbedChunk chunk, ChunkWork work) {
        RepeatedTransaction.in(jdbi, handle -> {
            Audit.recordRead(handle, chunk); // whether or not the outcomes still count
            if (isHeld(handle, chunk.job())) {
                var ours = stillOurs(handle, chunk);
                work.promote(
                        chunk.outcomes().stream()
                                .filter(outcome -> ours.contains(outcome.unit().ordinal()))
                                .sorted(Comparator.comparingInt(
                                        outcome -> outcome.unit().ordinal()))
                                .toList(),
                        new PostgresChunkTransaction(handle));
            }
            return chunk;
        });
    }

    private static boolean isHeld(Handle handle, JobTerms job) {
        return handle.createQuery(HOLD)
                .bind("job", job.id().value())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private static Set<Integer> stillOurs(Handle handle, ProbedChunk chunk) {
        List<UnitOutcome> outcomes = chunk.outcomes();
        return handle.createQuery(STILL_OURS)
                .bind("job", chunk.job().id().value())
                .bind(
                        "ordinals",
                        SqlArrays.integers(
                                handle, outcomes.stream().map(one -> one.unit().ordinal())))
                .bind(
                        "attempts",
                        SqlArrays.integers(
                                handle, outcomes.stream().map(one -> one.unit().attempt())))
                .mapTo(Integer.class)
                .set();
    }
}

package io.accession.catalog;

import io.accession.core.job.KeptEntries;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** Removes kept entries in PostgreSQL: two statements a chunk. */
public final class PostgresKeptEntries implements KeptEntries {

    private static final int SLICES = 100;
    private static final int UNITS = 10_000;

    private static final String EMPTY_SLICES = """
            WITH overdue AS (
                SELECT s.job_id, s.slice_no
                  FROM upload_job j JOIN upload_slice s ON s.job_id = j.id
                 WHERE j.ended_at < :endedBefore AND (s.body IS NOT NULL OR s.known_ids IS NOT NULL)
                 LIMIT :limit
                   FOR UPDATE OF s SKIP LOCKED
            )
            UPDATE upload_slice s
               SET body = NULL, known_ids = NULL
              FROM overdue
             WHERE s.job_id = overdue.job_id AND s.slice_no = overdue.slice_no
            """;

    private static final String REMOVE_UNITS = """
            WITH overdue AS (
                SELECT u.job_id, u.ordinal
                  FROM upload_job j JOIN upload_unit u ON u.job_id = j.id
                 WHERE j.ended_at < :endedBefore
                 LIMIT :limit
                   FOR UPDATE OF u SKIP LOCKED
            )
            DELETE FROM upload_unit u
             USING overdue
             WHERE u.job_id = overdue.job_id AND u.ordinal = overdue.ordinal
            """;

    private final Jdbi jdbi;

    public PostgresKeptEntries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean removeSome(Instant endedBefore) {
        int slices = run(EMPTY_SLICES, endedBefore, SLICES);
        int units = run(REMOVE_UNITS, endedBefore, UNITS);
        return slices + units > 0;
    }

    private int run(String statement, Instant endedBefore, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate(statement)
                .bind("endedBefore", endedBefore.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .execute());
    }
}

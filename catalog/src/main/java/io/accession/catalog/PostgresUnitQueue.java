package io.accession.catalog;

import io.accession.core.job.JobTerms;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.object.IdentityHash;
import io.accession.core.probe.ClaimedUnit;
import io.accession.core.probe.UnitChunk;
import io.accession.core.probe.UnitQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The units that wait in PostgreSQL. A unit is claimed by its due time, so that no transaction is open while it is looked at. */
public final class PostgresUnitQueue implements UnitQueue {

    private static final String TURN = """
        SELECT %s
          FROM upload_job j
         WHERE j.state = 'PENDING' AND NOT j.cancelling
           AND EXISTS (SELECT 1 FROM upload_unit u
                        WHERE u.job_id = j.id AND u.state = 'TO_PROBE' AND u.due_at <= now())
         ORDER BY random()
         LIMIT 1
        """.formatted(JobRows.TERMS);

    private static final String CLAIM = """
        WITH candidate AS (
            SELECT u.job_id, u.ordinal, octet_length(u.entry) AS bytes
              FROM upload_unit u
             WHERE u.job_id = :job AND u.state = 'TO_PROBE' AND u.due_at <= now()
             ORDER BY u.ordinal
             LIMIT :limit
               FOR UPDATE SKIP LOCKED
        ), measured AS (
            SELECT c.job_id, c.ordinal, sum(c.bytes) OVER (ORDER BY c.ordinal) - c.bytes AS bytes_before
              FROM candidate c
        ), due AS (
            SELECT m.job_id, m.ordinal FROM measured m WHERE m.bytes_before < :bytes
        )
        UPDATE upload_unit u
           SET attempts = u.attempts + 1, due_at = now() + :lease * interval '1 millisecond'
          FROM due
         WHERE u.job_id = due.job_id AND u.ordinal = due.ordinal
        RETURNING u.ordinal, u.slice_no, u.slot, u.type_key, u.identity_hash, u.entry, u.attempts
        """;

    private static final String RENEW = """
        UPDATE upload_unit u
           SET due_at = now() + :lease * interval '1 millisecond'
          FROM unnest(:ordinals, :attempts) AS held (ordinal, attempt)
         WHERE u.job_id = :job AND u.ordinal = held.ordinal AND u.attempts = held.attempt AND u.state = 'TO_PROBE'
        """;

    private final Jdbi jdbi;
    private final ManifestLimits limits;

    public PostgresUnitQueue(Jdbi jdbi, ManifestLimits limits) {
        this.jdbi = jdbi;
        this.limits = limits;
    }

    @Override
    public Optional<UnitChunk> claim(int limit, Duration lease) {
        return jdbi.inTransaction(handle -> {
            var job = handle.createQuery(TURN)
                    .map((row, context) -> JobRows.terms(row))
                    .findFirst();
            return job.map(terms -> new UnitChunk(terms, claim(handle, terms, limit, lease)))
                    .filter(chunk -> !chunk.units().isEmpty());
        });
    }

    private List<ClaimedUnit> claim(Handle handle, JobTerms job, int limit, Duration lease) {
        var rows = new UnitRows(limits);
        var units = handle.createQuery(CLAIM)
                .bind("job", job.id().value())
                .bind("limit", limit)
                .bind("bytes", UnitRows.PAGE_BYTES)
                .bind("lease", lease.toMillis())
                .map((row, context) -> unit(row, rows))
                .list();
        return withGiven(handle, job, units);
    }

    private static List<ClaimedUnit> withGiven(Handle handle, JobTerms job, List<ClaimedUnit> units) {
        var entries = GivenItemRows.resolve(
                handle, job, units.stream().map(ClaimedUnit::entry).toList());
        return IntStream.range(0, units.size())
                .mapToObj(i -> units.get(i).with(entries.get(i)))
                .toList();
    }

    private static ClaimedUnit unit(ResultSet row, UnitRows rows) throws SQLException {
        return new ClaimedUnit(
                row.getInt("ordinal"),
                row.getInt("slice_no"),
                row.getInt("slot"),
                IdentityHash.of(row.getBytes("identity_hash")),
                rows.entry(row),
                row.getInt("attempts"));
    }

    @Override
    public void renew(UnitChunk chunk, Duration lease) {
        jdbi.useHandle(handle -> handle.createUpdate(RENEW)
                .bind("job", chunk.job().id().value())
                .bind(
                        "ordinals",
                        SqlArrays.integers(handle, chunk.units().stream().map(ClaimedUnit::ordinal)))
                .bind(
                        "attempts",
                        SqlArrays.integers(handle, chunk.units().stream().map(ClaimedUnit::attempt)))
                .bind("lease", lease.toMillis())
                .execute());
    }
}

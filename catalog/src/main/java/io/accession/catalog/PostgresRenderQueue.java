package io.accession.catalog;

import io.accession.core.job.JobTerms;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.probe.ClaimedUnit;
import io.accession.core.render.RenderQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The units that wait in PostgreSQL to be rendered. A unit is claimed by its due time; no transaction is open while it is rendered. */
public final class PostgresRenderQueue implements RenderQueue {

    private static final String TURN = """
        SELECT %s
          FROM upload_job j
         WHERE j.state = 'PENDING' AND NOT j.cancelling
           AND EXISTS (SELECT 1 FROM upload_unit u
                        WHERE u.job_id = j.id AND u.state = 'TO_RENDER' AND u.due_at <= now())
           AND (j.mode = 'TOLERANT'
                OR NOT EXISTS (SELECT 1 FROM upload_slice s
                                WHERE s.job_id = j.id AND (s.state = 'WAITING' OR s.failed > 0))
                   AND NOT EXISTS (SELECT 1 FROM upload_unit u WHERE u.job_id = j.id AND u.state = 'TO_PROBE'))
         ORDER BY random()
         LIMIT 1
        """.formatted(JobRows.TERMS);

    private static final String CLAIM = """
        UPDATE upload_unit u
           SET attempts = u.attempts + 1, due_at = now() + :lease * interval '1 millisecond'
         WHERE u.job_id = :job
           AND u.ordinal = (SELECT due.ordinal
                              FROM upload_unit due
                             WHERE due.job_id = :job AND due.state = 'TO_RENDER' AND due.due_at <= now()
                             ORDER BY due.ordinal
                             LIMIT 1
                               FOR UPDATE SKIP LOCKED)
        RETURNING u.ordinal, u.slice_no, u.slot, u.type_key, u.identity_hash, u.entry, u.attempts, u.facts
        """;

    private static final String RENEW = """
        WITH recorded AS (
            UPDATE rendition
               SET due_at = now() + :lease * interval '1 millisecond'
             WHERE item_id = :item AND unit_attempt = :attempt
        )
        UPDATE upload_unit u
           SET due_at = now() + :lease * interval '1 millisecond'
          FROM upload_job j
         WHERE u.job_id = :job AND u.ordinal = :ordinal AND u.attempts = :attempt AND u.state = 'TO_RENDER'
           AND j.id = u.job_id AND j.state = 'PENDING' AND NOT j.cancelling
        """;

    private static final String HOLD = """
        SELECT 1
          FROM upload_unit u JOIN upload_job j ON j.id = u.job_id
         WHERE u.job_id = :job AND u.ordinal = :ordinal AND u.attempts = :attempt AND u.state = 'TO_RENDER'
           AND j.state = 'PENDING' AND NOT j.cancelling
           FOR SHARE OF u, j
        """;

    private static final String RECORD = """
        INSERT INTO rendition (item_id, job_id, integration_id, object_url, unit_attempt, due_at)
        VALUES (:item, :job, :integration, :url, :attempt, now() + :lease * interval '1 millisecond')
        ON CONFLICT (item_id) DO UPDATE SET unit_attempt = excluded.unit_attempt, due_at = excluded.due_at
        """;

    private static final String RELEASE = """
        UPDATE rendition SET due_at = '-infinity' WHERE item_id = :item AND unit_attempt = :attempt
        """;

    private final Jdbi jdbi;
    private final ManifestLimits limits;

    public PostgresRenderQueue(Jdbi jdbi, ManifestLimits limits) {
        this.jdbi = jdbi;
        this.limits = limits;
    }

    @Override
    public Optional<UnitToRender> claim(Duration lease) {
        return jdbi.inTransaction(handle -> handle.createQuery(TURN)
                .map((row, context) -> JobRows.terms(row))
                .findFirst()
                .flatMap(job -> claim(handle, job, lease)));
    }

    private Optional<UnitToRender> claim(Handle handle, JobTerms job, Duration lease) {
        var rows = new UnitRows(limits);
        return handle.createQuery(CLAIM)
                .bind("job", job.id().value())
                .bind("lease", lease.toMillis())
                .map((row, context) -> unit(job, row, rows))
                .findFirst()
                .map(unit -> withGiven(handle, unit));
    }

    private static UnitToRender withGiven(Handle handle, UnitToRender unit) {
        var whole = GivenItemRows.resolve(
                        handle, unit.job(), List.of(unit.entry().entry()))
                .getFirst();
        return new UnitToRender(
                unit.job(), unit.unit().with(whole), unit.entry().with(whole));
    }

    private static UnitToRender unit(JobTerms job, ResultSet row, UnitRows rows) throws SQLException {
        var entry = rows.sound(row);
        var unit = new ClaimedUnit(
                entry.ordinal(),
                row.getInt("slice_no"),
                entry.slot(),
                entry.identity(),
                entry.entry(),
                row.getInt("attempts"));
        return new UnitToRender(job, unit, entry);
    }

    @Override
    public boolean renew(UnitToRender unit, Duration lease) {
        return jdbi.withHandle(handle -> handle.createUpdate(RENEW)
                        .bind("item", unit.item().value())
                        .bind("job", unit.job().id().value())
                        .bind("ordinal", unit.unit().ordinal())
                        .bind("attempt", unit.unit().attempt())
                        .bind("lease", lease.toMillis())
                        .execute()
                > 0);
    }

    @Override
    public boolean record(UnitToRender unit, String objectUrl, Duration lease) {
        return jdbi.inTransaction(handle -> {
            boolean isHeld = handle.createQuery(HOLD)
                    .bind("job", unit.job().id().value())
                    .bind("ordinal", unit.unit().ordinal())
                    .bind("attempt", unit.unit().attempt())
                    .mapTo(Integer.class)
                    .findFirst()
                    .isPresent();
            if (isHeld) {
                handle.createUpdate(RECORD)
                        .bind("item", unit.item().value())
                        .bind("job", unit.job().id().value())
                        .bind("integration", unit.job().integration().value())
                        .bind("url", objectUrl)
                        .bind("attempt", unit.unit().attempt())
                        .bind("lease", lease.toMillis())
                        .execute();
            }
            return isHeld;
        });
    }

    @Override
    public void release(UnitToRender unit) {
        jdbi.useHandle(handle -> handle.createUpdate(RELEASE)
                .bind("item", unit.item().value())
                .bind("attempt", unit.unit().attempt())
                .execute());
    }
}

package io.accession.catalog;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.render.Leftovers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What is recorded in PostgreSQL as written for items that never came to be. */
public final class PostgresLeftovers implements Leftovers {

    private static final String CLAIM = """
        UPDATE rendition
           SET attempts = attempts + 1, due_at = now() + :lease * interval '1 millisecond'
         WHERE item_id = (SELECT r.item_id
                            FROM rendition r
                           WHERE r.due_at <= now()
                             AND NOT EXISTS (SELECT 1 FROM upload_job j
                                              WHERE j.id = r.job_id AND j.state = 'PENDING')
                             AND NOT EXISTS (SELECT 1 FROM reencoding_item w
                                              WHERE w.rendition_id = r.item_id AND w.state = 'PENDING')
                             AND NOT EXISTS (SELECT 1 FROM item i WHERE i.id = r.item_id)
                           LIMIT 1
                             FOR UPDATE SKIP LOCKED)
        RETURNING item_id, integration_id, object_url, attempts
        """;

    private static final String POSTPONE = """
        UPDATE rendition SET due_at = now() + :pause * interval '1 millisecond' WHERE item_id = :item
        """;

    private static final String FORGET = "DELETE FROM rendition WHERE item_id = :item";

    private final Jdbi jdbi;

    public PostgresLeftovers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Leftover> claim(Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("lease", lease.toMillis())
                .map((row, context) -> new Leftover(
                        new ItemId(row.getObject("item_id", UUID.class)),
                        new IntegrationId(row.getObject("integration_id", UUID.class)),
                        row.getString("object_url"),
                        row.getInt("attempts")))
                .findFirst());
    }

    @Override
    public void postpone(Leftover leftover, Duration pause) {
        jdbi.useHandle(handle -> handle.createUpdate(POSTPONE)
                .bind("item", leftover.item().value())
                .bind("pause", pause.toMillis())
                .execute());
    }

    @Override
    public void forget(Leftover leftover) {
        jdbi.useHandle(handle -> handle.createUpdate(FORGET)
                .bind("item", leftover.item().value())
                .execute());
    }
}

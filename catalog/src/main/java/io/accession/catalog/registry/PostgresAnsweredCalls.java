package io.accession.catalog.registry;

import io.accession.core.registry.AnsweredCalls;
import org.jdbi.v3.core.Jdbi;

/** Answered calls in PostgreSQL, so that every process of a server knows them. */
public final class PostgresAnsweredCalls implements AnsweredCalls {

    private final Jdbi jdbi;
    private final Jdbi finishing;

    /** {@code finishing} lets in what has begun already. */
    public PostgresAnsweredCalls(Jdbi jdbi, Jdbi finishing) {
        this.jdbi = jdbi;
        this.finishing = finishing;
    }

    private static final String REMOVE_OLD =
            "DELETE FROM idempotent_answer a WHERE a.claimed_at < now() - interval '2 minutes'";

    private static final String CLAIM = """
            INSERT INTO idempotent_answer AS a (call_hash) VALUES (:call)
            ON CONFLICT (call_hash) DO UPDATE SET claimed_at = now()
             WHERE a.status IS NULL AND a.claimed_at < now() - interval '1 minute'
            """;

    private static final String FIND = """
            SELECT a.status, a.body
              FROM idempotent_answer a
             WHERE a.call_hash = :call AND a.status IS NOT NULL
            """;

    @Override
    public Claim claim(byte[] call) {
        return jdbi.inTransaction(handle -> {
            handle.execute(REMOVE_OLD);
            int claimed = handle.createUpdate(CLAIM).bind("call", call).execute();
            if (claimed > 0) {
                return new First();
            }
            return handle.createQuery(FIND)
                    .bind("call", call)
                    .<Claim>map((row, context) -> new Answered(row.getInt("status"), row.getString("body")))
                    .findOne()
                    .orElseGet(AtWork::new);
        });
    }

    private static final String KEEP =
            "UPDATE idempotent_answer SET status = :status, body = :body WHERE call_hash = :call";

    @Override
    public void keep(byte[] call, Answered answer) {
        finishing.useHandle(handle -> handle.createUpdate(KEEP)
                .bind("call", call)
                .bind("status", answer.status())
                .bind("body", answer.body())
                .execute());
    }

    private static final String RELEASE = "DELETE FROM idempotent_answer WHERE call_hash = :call AND status IS NULL";

    @Override
    public void release(byte[] call) {
        finishing.useHandle(
                handle -> handle.createUpdate(RELEASE).bind("call", call).execute());
    }
}

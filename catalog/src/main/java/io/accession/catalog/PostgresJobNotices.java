package io.accession.catalog;

import io.accession.core.domain.UserId;
import io.accession.core.job.JobNotices;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** What users have been told of in PostgreSQL. */
public final class PostgresJobNotices implements JobNotices {

    private final Jdbi jdbi;

    public PostgresJobNotices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String COUNT_UNSEEN = """
            SELECT count(*)
              FROM app_user u
             CROSS JOIN LATERAL (
                   SELECT j.ended_at FROM upload_job j WHERE j.created_by = u.id ORDER BY j.id DESC LIMIT 1000) AS recent
             WHERE u.id = :user AND recent.ended_at > coalesce(u.notices_seen_at, u.created_at)
            """;

    @Override
    public int countUnseen(UserId user) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT_UNSEEN)
                .bind("user", user.value())
                .mapTo(Integer.class)
                .one());
    }

    private static final String SEE = """
            UPDATE app_user u SET notices_seen_at = greatest(u.notices_seen_at, :until) WHERE u.id = :user
            """;

    @Override
    public void see(UserId user, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(SEE)
                .bind("user", user.value())
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .execute());
    }
}

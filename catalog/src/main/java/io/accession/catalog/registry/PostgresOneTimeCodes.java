package io.accession.catalog.registry;

import io.accession.core.domain.UserId;
import io.accession.core.registry.User;
import io.accession.core.session.OneTimeCode;
import io.accession.core.session.OneTimeCodes;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Codes that work once in PostgreSQL, as hashes. */
public final class PostgresOneTimeCodes implements OneTimeCodes {

    private final Jdbi jdbi;

    public PostgresOneTimeCodes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String REMOVE_OTHERS = """
            DELETE FROM one_time_code c
             WHERE c.expires_at < now() OR c.user_id = :user AND c.purpose = :purpose
            """;

    private static final String KEEP = """
            INSERT INTO one_time_code (code_hash, purpose, user_id, expires_at)
            VALUES (:hash, :purpose, :user, now() + make_interval(secs => :lifetime))
            """;

    @Override
    public void keep(OneTimeCode code, Purpose purpose, UserId user, Duration lifetime) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(REMOVE_OTHERS)
                    .bind("user", user.value())
                    .bind("purpose", purpose.name())
                    .execute();
            handle.createUpdate(KEEP)
                    .bind("hash", code.hash())
                    .bind("purpose", purpose.name())
                    .bind("user", user.value())
                    .bind("lifetime", lifetime.toSeconds())
                    .execute();
        });
    }

    private static final String FIND = """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
              FROM one_time_code c
              JOIN app_user u ON u.id = c.user_id
             WHERE c.code_hash = :hash AND c.purpose = :purpose AND c.expires_at > now() AND u.deactivated_at IS NULL
            """;

    @Override
    public Optional<User> find(OneTimeCode code, Purpose purpose) {
        return userOf(FIND, code, purpose);
    }

    private static final String REDEEM = """
            DELETE FROM one_time_code c
             USING app_user u
             WHERE c.code_hash = :hash AND c.purpose = :purpose AND c.expires_at > now()
               AND u.id = c.user_id AND u.deactivated_at IS NULL
            RETURNING u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
            """;

    @Override
    public Optional<User> redeem(OneTimeCode code, Purpose purpose) {
        return userOf(REDEEM, code, purpose);
    }

    private Optional<User> userOf(String statement, OneTimeCode code, Purpose purpose) {
        return jdbi.withHandle(handle -> handle.createQuery(statement)
                .bind("hash", code.hash())
                .bind("purpose", purpose.name())
                .map((row, context) -> UserRows.user(row))
                .findOne());
    }
}

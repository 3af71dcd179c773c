package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.UserId;
import io.accession.core.session.PasswordHash;
import io.accession.core.session.Passwords;
import io.accession.core.session.SessionToken;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Passwords in PostgreSQL, as hashes. */
public final class PostgresPasswords implements Passwords {

    private final Jdbi jdbi;

    public PostgresPasswords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String FIND = """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at, u.password_hash
              FROM app_user u
             WHERE lower(u.email) = lower(:email) AND u.deactivated_at IS NULL
            """;

    @Override
    public Optional<Holder> find(String email) {
        if (email.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL has no such texts
        }
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("email", email)
                .map((row, context) -> new Holder(
                        UserRows.user(row),
                        Optional.ofNullable(row.getString("password_hash")).map(PasswordHash::new)))
                .findOne());
    }

    private static final String SET = "UPDATE app_user SET password_hash = :hash WHERE id = :user";

    private static final String END_SESSIONS = """
            DELETE FROM ui_session s
             WHERE s.user_id = :user AND s.token_hash IS DISTINCT FROM CAST(:kept AS bytea)
            """;

    @Override
    public void set(UserId user, PasswordHash hash, @Nullable SessionToken kept) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(SET)
                    .bind("hash", hash.text())
                    .bind("user", user.value())
                    .execute();
            handle.createUpdate(END_SESSIONS)
                    .bind("user", user.value())
                    .bind("kept", kept == null ? null : kept.hash())
                    .execute();
            Audit.record(handle, user, "password.set", user.value());
        });
    }
}

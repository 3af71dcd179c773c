package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.User;
import io.accession.core.session.FirstAdministrator;
import io.accession.core.session.Founding;
import io.accession.core.session.OneTimeCode;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The first administrator's way into PostgreSQL. */
public final class PostgresFounding implements Founding {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresFounding(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    private static final String IS_AWAITED = """
            SELECT NOT EXISTS (SELECT FROM app_user u
                                WHERE u.is_admin AND u.deactivated_at IS NULL AND u.email <> :builtIn)
            """;

    @Override
    public boolean isAwaited() {
        return jdbi.withHandle(PostgresFounding::isAwaited);
    }

    static boolean isAwaited(Handle handle) {
        return handle.createQuery(IS_AWAITED)
                .bind("builtIn", PostgresUsers.ADMINISTRATOR_EMAIL)
                .mapTo(Boolean.class)
                .one();
    }

    private static final String REMOVE_OTHERS = "DELETE FROM one_time_code c WHERE c.purpose = 'FIRST_ADMINISTRATOR'";

    private static final String KEEP = """
            INSERT INTO one_time_code (code_hash, purpose, expires_at)
            VALUES (:hash, 'FIRST_ADMINISTRATOR', now() + make_interval(secs => :lifetime))
            """;

    @Override
    public void keep(OneTimeCode code, Duration lifetime) {
        jdbi.useTransaction(handle -> {
            handle.execute(REMOVE_OTHERS);
            handle.createUpdate(KEEP)
                    .bind("hash", code.hash())
                    .bind("lifetime", lifetime.toSeconds())
                    .execute();
        });
    }

    private static final String IS_KNOWN = """
            SELECT EXISTS (SELECT FROM one_time_code c
                            WHERE c.code_hash = :hash AND c.purpose = 'FIRST_ADMINISTRATOR' AND c.expires_at > now())
            """;

    @Override
    public boolean accepts(OneTimeCode code) {
        return jdbi.withHandle(handle -> handle.createQuery(IS_KNOWN)
                        .bind("hash", code.hash())
                        .mapTo(Boolean.class)
                        .one()
                && isAwaited(handle));
    }

    private static final String USE_UP = """
            DELETE FROM one_time_code c
             WHERE c.code_hash = :hash AND c.purpose = 'FIRST_ADMINISTRATOR' AND c.expires_at > now()
            """;

    private static final String ADD = """
            INSERT INTO app_user (id, email, name, is_admin, password_hash)
            VALUES (:id, :email, :name, true, :password)
            RETURNING id, email, name, is_admin, deactivated_at, created_at
            """;

    @Override
    public User redeem(OneTimeCode code, NewAdministrator administrator) {
        try {
            return jdbi.inTransaction(handle -> {
                int used = handle.createUpdate(USE_UP).bind("hash", code.hash()).execute();
                if (used == 0 || !isAwaited(handle)) {
                    throw FirstAdministrator.notValid();
                }
                var user = handle.createQuery(ADD)
                        .bind("id", ids.get())
                        .bind("email", administrator.email())
                        .bind("name", administrator.name())
                        .bind("password", administrator.password().text())
                        .map((row, context) -> UserRows.user(row))
                        .one();
                Audit.record(handle, user.id(), "user.found", user.id().value());
                return user;
            });
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.UNIQUE::equals).isPresent()) {
                throw new RegistryException(
                        new RegistryError.Conflict("There is a user with this e-mail address already."));
            }
            throw e;
        }
    }
}

package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.ApiToken;
import io.accession.core.registry.IssuedToken;
import io.accession.core.registry.NewUser;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.SshPublicKey;
import io.accession.core.registry.User;
import io.accession.core.registry.Users;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Users in PostgreSQL. */
public final class PostgresUsers implements Users {

    /** The built-in administrator, who has no password. */
    static final String ADMINISTRATOR_EMAIL = "admin@localhost";

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;
    private final SecureRandom random;
    private final Callers callers;

    public PostgresUsers(Jdbi jdbi, Supplier<UUID> ids, SecureRandom random) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.random = random;
        this.callers = new Callers(jdbi);
    }

    private static final String INSERT = """
            INSERT INTO app_user (id, email, name, is_admin)
            VALUES (:id, :email, :name, :administrator)
            RETURNING id, email, name, is_admin, deactivated_at, created_at
            """;

    private static final String INSERT_KEY = "INSERT INTO ssh_key (public_key, user_id) VALUES (:key, :user)";

    @Override
    public User add(Principal asking, NewUser user) {
        AccessRules.requireAdministrator(asking, "add users");
        try {
            return jdbi.inTransaction(handle -> {
                var added = insert(handle, user);
                if (user.sshPublicKey() != null) {
                    insertKey(handle, added, user.sshPublicKey());
                }
                Audit.record(handle, asking, "user.add", added.id().value());
                return added;
            });
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.UNIQUE::equals).isPresent()) {
                throw new RegistryException(new RegistryError.Conflict(
                        "There is a user with this e-mail address or this SSH key already."));
            }
            throw e;
        }
    }

    private User insert(Handle handle, NewUser user) {
        return handle.createQuery(INSERT)
                .bind("id", ids.get())
                .bind("email", user.email())
                .bind("name", user.name())
                .bind("administrator", user.isAdministrator())
                .map((row, context) -> UserRows.user(row))
                .one();
    }

    private static void insertKey(Handle handle, User user, SshPublicKey key) {
        handle.createUpdate(INSERT_KEY)
                .bind("key", key.raw())
                .bind("user", user.id().value())
                .execute();
    }

    private static final String LIST = """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
              FROM app_user u
             WHERE (CAST(:only AS uuid) IS NULL OR u.id = CAST(:only AS uuid))
               AND u.email ILIKE :search
               AND (CAST(:afterId AS uuid) IS NULL OR (lower(u.email), u.id) > (lower(:afterKey), CAST(:afterId AS uuid)))
             ORDER BY lower(u.email), u.id
             LIMIT :rows
            """;

    @Override
    public Page<User> list(Principal asking, String search, PageRequest request) {
        var paging = Paging.of("users", request);
        var only = AccessRules.visibleOwner(asking).map(UserId::value).orElse(null);
        var rows = jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("only", only)
                .bind("search", Search.pattern(search))
                .bind("afterKey", paging.afterKey())
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> UserRows.user(row))
                .list());
        return paging.page(rows, User::email, user -> user.id().value());
    }

    private static final String INSERT_TOKEN = """
            INSERT INTO api_token (id, user_id, token_hash, name, expires_at)
            VALUES (:id, :user, :hash, :name, CAST(now() + make_interval(secs => :lifetime) AS timestamptz))
            RETURNING created_at
            """;

    private static final String REMOVE_EXPIRED_TOKENS =
            "DELETE FROM api_token t WHERE t.user_id = :user AND t.expires_at < now()";

    @Override
    public IssuedToken issueToken(Principal asking, UserId user, String name) {
        if (!AccessRules.mayUse(asking, user)) {
            throw unknown(user);
        }
        return issue(asking, user, name, null);
    }

    @Override
    public IssuedToken issueShortLivedToken(Principal asking, String name, Duration lifetime) {
        return issue(asking, asking.id(), name, lifetime);
    }

    private IssuedToken issue(Principal asking, UserId user, String name, @Nullable Duration lifetime) {
        try {
            return jdbi.inTransaction(handle -> {
                handle.createUpdate(REMOVE_EXPIRED_TOKENS)
                        .bind("user", user.value())
                        .execute();
                var issued = insertToken(handle, user, name, lifetime);
                Audit.record(handle, asking, "token.issue", user.value());
                return issued;
            });
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.FOREIGN_KEY::equals).isPresent()) {
                throw unknown(user);
            }
            throw e;
        }
    }

    private IssuedToken insertToken(Handle handle, UserId user, String name, @Nullable Duration lifetime) {
        var id = ids.get();
        var token = ApiToken.random(random);
        var createdAt = handle.createQuery(INSERT_TOKEN)
                .bind("id", id)
                .bind("user", user.value())
                .bind("hash", token.hash())
                .bind("name", name)
                .bind("lifetime", lifetime == null ? null : Long.valueOf(lifetime.toSeconds()))
                .mapTo(OffsetDateTime.class)
                .one();
        return new IssuedToken(id, name, token, createdAt.toInstant());
    }

    private static RegistryException unknown(UserId user) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("user", user.toString()));
    }

    @Override
    public Optional<Principal> findByToken(ApiToken token) {
        return callers.find(token);
    }

    @Override
    public Optional<Principal> findByKey(byte[] publicKey) {
        return callers.find(publicKey);
    }

    private static final String FIND = """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
              FROM app_user u
             WHERE u.id = :id
            """;

    @Override
    public Optional<User> find(UserId user) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("id", user.value())
                .map((row, context) -> UserRows.user(row))
                .findOne());
    }

    private static final String ADD_ADMINISTRATOR = """
            INSERT INTO app_user (id, email, is_admin)
            VALUES (:id, :email, true)
            ON CONFLICT DO NOTHING
            """;

    private static final String FIND_BY_EMAIL = """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
              FROM app_user u
             WHERE lower(u.email) = lower(:email)
            """;

    @Override
    public User builtInAdministrator() {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(ADD_ADMINISTRATOR)
                    .bind("id", ids.get())
                    .bind("email", ADMINISTRATOR_EMAIL)
                    .execute();
            return handle.createQuery(FIND_BY_EMAIL)
                    .bind("email", ADMINISTRATOR_EMAIL)
                    .map((row, context) -> UserRows.user(row))
                    .one();
        });
    }
}

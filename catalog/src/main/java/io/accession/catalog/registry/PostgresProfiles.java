package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.KnownToken;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Profiles;
import io.accession.core.registry.SshKey;
import io.accession.core.registry.SshPublicKey;
import io.accession.core.registry.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** What users keep of themselves in PostgreSQL. */
public final class PostgresProfiles implements Profiles {

    private final Jdbi jdbi;

    public PostgresProfiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String RENAME = """
            UPDATE app_user u SET name = :name WHERE u.id = :user
            RETURNING u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
            """;

    @Override
    public User rename(Principal asking, String name) {
        return jdbi.inTransaction(handle -> {
            Audit.record(handle, asking, "user.rename", asking.id().value());
            return handle.createQuery(RENAME)
                    .bind("name", name)
                    .bind("user", asking.id().value())
                    .map((row, context) -> UserRows.user(row))
                    .one();
        });
    }

    private static final String LIST_KEYS = """
            SELECT k.public_key, k.name, k.created_at
              FROM ssh_key k
             WHERE k.user_id = :user
             ORDER BY k.created_at, k.public_key
            """;

    @Override
    public List<SshKey> listKeys(Principal asking) {
        return jdbi.withHandle(handle -> handle.createQuery(LIST_KEYS)
                .bind("user", asking.id().value())
                .map((row, context) -> key(row))
                .list());
    }

    private static final String ADD_KEY = """
            INSERT INTO ssh_key (public_key, user_id, name) VALUES (:key, :user, :name)
            RETURNING public_key, name, created_at
            """;

    @Override
    public SshKey addKey(Principal asking, String name, SshPublicKey key) {
        try {
            return jdbi.inTransaction(handle -> {
                Audit.record(handle, asking, "ssh-key.add", asking.id().value());
                return handle.createQuery(ADD_KEY)
                        .bind("key", key.raw())
                        .bind("user", asking.id().value())
                        .bind("name", name)
                        .map((row, context) -> key(row))
                        .one();
            });
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.UNIQUE::equals).isPresent()) {
                throw new RegistryException(new RegistryError.Conflict("Somebody has this SSH key already."));
            }
            throw e;
        }
    }

    private static final String REMOVE_KEY =
            "DELETE FROM ssh_key k WHERE k.user_id = :user AND encode(k.public_key, 'hex') = :id";

    @Override
    public void removeKey(Principal asking, String id) {
        jdbi.useTransaction(handle -> {
            int removed = handle.createUpdate(REMOVE_KEY)
                    .bind("user", asking.id().value())
                    .bind("id", id)
                    .execute();
            if (removed == 0) {
                throw unknown("SSH key", id);
            }
            Audit.record(handle, asking, "ssh-key.remove", asking.id().value());
        });
    }

    private static final String LIST_TOKENS = """
            SELECT t.id, t.name, t.created_at, t.last_used_at, t.expires_at
              FROM api_token t
             WHERE t.user_id = :user AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
             ORDER BY t.id DESC
            """;

    @Override
    public List<KnownToken> listTokens(Principal asking) {
        return jdbi.withHandle(handle -> handle.createQuery(LIST_TOKENS)
                .bind("user", asking.id().value())
                .map((row, context) -> token(row))
                .list());
    }

    private static final String REVOKE_TOKEN = """
            UPDATE api_token t SET revoked_at = now()
             WHERE t.user_id = :user AND t.id = :token AND t.revoked_at IS NULL
            """;

    @Override
    public void revokeToken(Principal asking, UUID token) {
        jdbi.useTransaction(handle -> {
            int revoked = handle.createUpdate(REVOKE_TOKEN)
                    .bind("user", asking.id().value())
                    .bind("token", token)
                    .execute();
            if (revoked == 0) {
                throw unknown("token", token.toString());
            }
            Audit.record(handle, asking, "token.revoke", token);
        });
    }

    private static RegistryException unknown(String noun, String name) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden(noun, name));
    }

    private static SshKey key(ResultSet row) throws SQLException {
        return new SshKey(
                SshPublicKey.ofRaw(row.getBytes("public_key")), row.getString("name"), instant(row, "created_at"));
    }

    private static KnownToken token(ResultSet row) throws SQLException {
        return new KnownToken(
                row.getObject("id", UUID.class),
                row.getString("name"),
                instant(row, "created_at"),
                instantOrNull(row, "last_used_at"),
                instantOrNull(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : instant(row, column);
    }
}

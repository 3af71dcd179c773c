package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Principal;
import io.accession.core.registry.User;
import io.accession.core.registry.UserChange;
import io.accession.core.registry.UserChanges;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Changes of users in PostgreSQL. */
public final class PostgresUserChanges implements UserChanges {

    private final Jdbi jdbi;

    public PostgresUserChanges(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    // Whoever counts administrators waits for whoever takes one away.
    private static final String LOCK = "SELECT u.id FROM app_user u WHERE u.is_admin ORDER BY u.id FOR UPDATE";

    private static final String CHANGE = """
            UPDATE app_user u
               SET name = coalesce(CAST(:name AS text), u.name),
                   is_admin = coalesce(CAST(:administrator AS boolean), u.is_admin),
                   deactivated_at = CASE WHEN CAST(:active AS boolean) IS NULL THEN u.deactivated_at
                                         WHEN :active THEN NULL
                                         ELSE coalesce(u.deactivated_at, now()) END
             WHERE u.id = :user
            RETURNING u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
            """;

    private static final String END_SESSIONS = "DELETE FROM ui_session s WHERE s.user_id = :user";

    @Override
    public User change(Principal asking, UserId user, UserChange change) {
        AccessRules.requireAdministrator(asking, "change users");
        return jdbi.inTransaction(handle -> {
            var administrators = handle.createQuery(LOCK).mapTo(UUID.class).list();
            var changed = handle.createQuery(CHANGE)
                    .bind("name", change.name())
                    .bind("administrator", change.isAdministrator())
                    .bind("active", change.isActive())
                    .bind("user", user.value())
                    .map((row, context) -> UserRows.user(row))
                    .findOne()
                    .orElseThrow(() ->
                            new RegistryException(new RegistryError.NotFoundOrForbidden("user", user.toString())));
            if (administrators.contains(user.value())) {
                requireAdministrators(handle, changed);
            }
            if (!changed.isActive()) {
                handle.createUpdate(END_SESSIONS).bind("user", user.value()).execute();
            }
            Audit.record(handle, asking, "user.change", user.value());
            return changed;
        });
    }

    private static void requireAdministrators(Handle handle, User changed) {
        if (changed.isAdministrator() && changed.isActive()) {
            return;
        }
        if (changed.email().equals(PostgresUsers.ADMINISTRATOR_EMAIL)) {
            throw conflict(
                    "The built-in administrator is how the command line on the server's machine gets in, and stays.");
        }
        if (PostgresFounding.isAwaited(handle)) {
            throw conflict("This would leave no administrator. Make somebody else one first.");
        }
    }

    private static RegistryException conflict(String message) {
        return new RegistryException(new RegistryError.Conflict(message));
    }
}

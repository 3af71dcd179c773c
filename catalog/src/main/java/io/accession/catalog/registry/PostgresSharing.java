package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.registry.Grantee;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import io.accession.core.registry.Shared;
import io.accession.core.registry.Sharing;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Roles in PostgreSQL. */
public final class PostgresSharing implements Sharing {

    private final Jdbi jdbi;

    public PostgresSharing(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String USERS_OF_FOLDER = """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at, r.role
              FROM folder_user r
              JOIN app_user u ON u.id = r.user_id
             WHERE r.folder_id = :what
             ORDER BY lower(u.email)
            """;

    private static final String GROUPS_OF_FOLDER = """
            SELECT g.id, g.name, g.description, g.created_at, r.role
              FROM folder_group r
              JOIN user_group g ON g.id = r.group_id
             WHERE r.folder_id = :what
             ORDER BY lower(g.name), g.id
            """;

    private static final String USERS_OF_INTEGRATION = """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at, r.role
              FROM integration_user r
              JOIN app_user u ON u.id = r.user_id
             WHERE r.integration_id = :what
             ORDER BY lower(u.email)
            """;

    private static final String GROUPS_OF_INTEGRATION = """
            SELECT g.id, g.name, g.description, g.created_at, r.role
              FROM integration_group r
              JOIN user_group g ON g.id = r.group_id
             WHERE r.integration_id = :what
             ORDER BY lower(g.name), g.id
            """;

    @Override
    public Grants list(Principal asking, Shared what) {
        return jdbi.withHandle(handle -> {
            require(handle, asking, what, Role.USER);
            return switch (what) {
                case Shared.Folder(var id) -> list(handle, id.value(), USERS_OF_FOLDER, GROUPS_OF_FOLDER);
                case Shared.Integration(var id) ->
                    list(handle, id.value(), USERS_OF_INTEGRATION, GROUPS_OF_INTEGRATION);
            };
        });
    }

    private static Grants list(Handle handle, UUID what, String users, String groups) {
        return new Grants(
                handle.createQuery(users)
                        .bind("what", what)
                        .map((row, context) ->
                                new UserRole(UserRows.user(row), FolderAccess.role(row.getString("role"))))
                        .list(),
                handle.createQuery(groups)
                        .bind("what", what)
                        .map((row, context) ->
                                new GroupRole(PostgresUserGroups.group(row), FolderAccess.role(row.getString("role"))))
                        .list());
    }

    private static void require(Handle handle, Principal asking, Shared what, Role least) {
        switch (what) {
            case Shared.Folder(var id) -> FolderAccess.require(handle, asking, List.of(id), least);
            case Shared.Integration(var id) -> IntegrationAccess.require(handle, asking, id, least);
        }
    }

    private static final String GRANT_FOLDER_TO_USER = """
            INSERT INTO folder_user (folder_id, user_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (folder_id, user_id) DO UPDATE SET role = excluded.role
            """;

    private static final String GRANT_FOLDER_TO_GROUP = """
            INSERT INTO folder_group (folder_id, group_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (folder_id, group_id) DO UPDATE SET role = excluded.role
            """;

    private static final String GRANT_INTEGRATION_TO_USER = """
            INSERT INTO integration_user (integration_id, user_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (integration_id, user_id) DO UPDATE SET role = excluded.role
            """;

    private static final String GRANT_INTEGRATION_TO_GROUP = """
            INSERT INTO integration_group (integration_id, group_id, role)
            SELECT :what, g.id, :role FROM unnest(:grantees) AS g (id)
            ON CONFLICT (integration_id, group_id) DO UPDATE SET role = excluded.role
            """;

    @Override
    public void grant(Principal asking, Shared what, Grantee grantee, Role role) {
        var statement = switch (what) {
            case Shared.Folder _ -> isUser(grantee) ? GRANT_FOLDER_TO_USER : GRANT_FOLDER_TO_GROUP;
            case Shared.Integration _ -> isUser(grantee) ? GRANT_INTEGRATION_TO_USER : GRANT_INTEGRATION_TO_GROUP;
        };
        grant(asking, what, statement, List.of(id(grantee)), role, () -> unknown(grantee));
    }

    @Override
    public void grantToGroups(Principal asking, Shared what, List<UUID> groups, Role role) {
        var statement = switch (what) {
            case Shared.Folder _ -> GRANT_FOLDER_TO_GROUP;
            case Shared.Integration _ -> GRANT_INTEGRATION_TO_GROUP;
        };
        grant(asking, what, statement, groups, role, PostgresSharing::oneIsMissing);
    }

    private static RegistryException oneIsMissing() {
        return new RegistryException(new RegistryError.Invalid("One of the groups does not exist."));
    }

    private void grant(
            Principal asking,
            Shared what,
            String statement,
            List<UUID> grantees,
            Role role,
            Supplier<RegistryException> missing) {
        try {
            jdbi.useTransaction(handle -> {
                require(handle, asking, what, Role.ADMIN);
                handle.createUpdate(statement)
                        .bind("what", id(what))
                        .bind(
                                "grantees",
                                SqlArrays.uuids(handle, grantees.stream().distinct()))
                        .bind("role", role.wireName())
                        .execute();
                Audit.record(handle, asking, noun(what) + ".grant", id(what));
            });
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.FOREIGN_KEY::equals).isPresent()) {
                throw missing.get();
            }
            throw e;
        }
    }

    private static final String REVOKE_FOLDER_FROM_USER =
            "DELETE FROM folder_user r WHERE r.folder_id = :what AND r.user_id = ANY(:grantees)";

    private static final String REVOKE_FOLDER_FROM_GROUP =
            "DELETE FROM folder_group r WHERE r.folder_id = :what AND r.group_id = ANY(:grantees)";

    private static final String REVOKE_INTEGRATION_FROM_USER =
            "DELETE FROM integration_user r WHERE r.integration_id = :what AND r.user_id = ANY(:grantees)";

    private static final String REVOKE_INTEGRATION_FROM_GROUP =
            "DELETE FROM integration_group r WHERE r.integration_id = :what AND r.group_id = ANY(:grantees)";

    @Override
    public void revoke(Principal asking, Shared what, Grantee grantee) {
        var statement = switch (what) {
            case Shared.Folder _ -> isUser(grantee) ? REVOKE_FOLDER_FROM_USER : REVOKE_FOLDER_FROM_GROUP;
            case Shared.Integration _ -> isUser(grantee) ? REVOKE_INTEGRATION_FROM_USER : REVOKE_INTEGRATION_FROM_GROUP;
        };
        revoke(asking, what, statement, List.of(id(grantee)));
    }

    @Override
    public void revokeFromGroups(Principal asking, Shared what, List<UUID> groups) {
        var statement = switch (what) {
            case Shared.Folder _ -> REVOKE_FOLDER_FROM_GROUP;
            case Shared.Integration _ -> REVOKE_INTEGRATION_FROM_GROUP;
        };
        revoke(asking, what, statement, groups);
    }

    private void revoke(Principal asking, Shared what, String statement, List<UUID> grantees) {
        jdbi.useTransaction(handle -> {
            require(handle, asking, what, Role.ADMIN);
            handle.createUpdate(statement)
                    .bind("what", id(what))
                    .bind("grantees", SqlArrays.uuids(handle, grantees.stream()))
                    .execute();
            Audit.record(handle, asking, noun(what) + ".revoke", id(what));
        });
    }

    private static final String FIND_USER =
            "SELECT u.id FROM app_user u WHERE lower(u.email) = lower(:email) AND u.deactivated_at IS NULL";

    @Override
    public UserId userWith(String email) {
        if (email.indexOf('\0') >= 0) {
            throw unknown("user", "?");
        }
        return jdbi.withHandle(handle -> handle.createQuery(FIND_USER)
                        .bind("email", email)
                        .mapTo(UUID.class)
                        .findOne())
                .map(UserId::new)
                .orElseThrow(() -> unknown("user", email));
    }

    private static boolean isUser(Grantee grantee) {
        return grantee instanceof Grantee.OfUser;
    }

    private static UUID id(Shared what) {
        return switch (what) {
            case Shared.Folder(var id) -> id.value();
            case Shared.Integration(var id) -> id.value();
        };
    }

    private static UUID id(Grantee grantee) {
        return switch (grantee) {
            case Grantee.OfUser(var id) -> id.value();
            case Grantee.OfGroup(var id) -> id;
        };
    }

    private static String noun(Shared what) {
        return switch (what) {
            case Shared.Folder _ -> "folder";
            case Shared.Integration _ -> "integration";
        };
    }

    private static RegistryException unknown(Grantee grantee) {
        return unknown(isUser(grantee) ? "user" : "group of users", id(grantee).toString());
    }

    private static RegistryException unknown(String noun, String name) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden(noun, name));
    }
}

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

    @Override
    public Grants list(Principal asking, Shared what) {
        return jdbi.withHandle(handle -> {
            require(handle, asking, what, Role.USER);
            var statements = RoleStatements.of(what);
            return new Grants(
                    handle.createQuery(statements.listUsers())
                            .bind("what", id(what))
                            .map((row, context) ->
                                    new UserRole(UserRows.user(row), FolderAccess.role(row.getString("role"))))
                            .list(),
                    handle.createQuery(statements.listGroups())
                            .bind("what", id(what))
                            .map((row, context) -> new GroupRole(
                                    PostgresUserGroups.group(row), FolderAccess.role(row.getString("role"))))
                            .list());
        });
    }

    private static void require(Handle handle, Principal asking, Shared what, Role least) {
        switch (what) {
            case Shared.Folder(var id) -> FolderAccess.require(handle, asking, List.of(id), least);
            case Shared.Integration(var id) -> IntegrationAccess.require(handle, asking, id, least);
            case Shared.Dataset(var id) -> DatasetAccess.require(handle, asking, id, least);
        }
    }

    @Override
    public void grant(Principal asking, Shared what, Grantee grantee, Role role) {
        var statement = RoleStatements.of(what).grantTo(grantee);
        grant(asking, what, statement, List.of(id(grantee)), role, () -> unknown(grantee));
    }

    @Override
    public void grantToGroups(Principal asking, Shared what, List<UUID> groups, Role role) {
        var statement = RoleStatements.of(what).grantToGroups();
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
                Audit.record(handle, asking, RoleStatements.of(what).noun() + ".grant", id(what));
            });
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.FOREIGN_KEY::equals).isPresent()) {
                throw missing.get();
            }
            throw e;
        }
    }

    @Override
    public void revoke(Principal asking, Shared what, Grantee grantee) {
        revoke(asking, what, RoleStatements.of(what).revokeFrom(grantee), List.of(id(grantee)));
    }

    @Override
    public void revokeFromGroups(Principal asking, Shared what, List<UUID> groups) {
        revoke(asking, what, RoleStatements.of(what).revokeFromGroups(), groups);
    }

    private void revoke(Principal asking, Shared what, String statement, List<UUID> grantees) {
        jdbi.useTransaction(handle -> {
            require(handle, asking, what, Role.ADMIN);
            handle.createUpdate(statement)
                    .bind("what", id(what))
                    .bind("grantees", SqlArrays.uuids(handle, grantees.stream()))
                    .execute();
            Audit.record(handle, asking, RoleStatements.of(what).noun() + ".revoke", id(what));
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

    private static UUID id(Shared what) {
        return switch (what) {
            case Shared.Folder(var id) -> id.value();
            case Shared.Integration(var id) -> id.value();
            case Shared.Dataset(var id) -> id.value();
        };
    }

    private static UUID id(Grantee grantee) {
        return switch (grantee) {
            case Grantee.OfUser(var id) -> id.value();
            case Grantee.OfGroup(var id) -> id;
        };
    }

    private static RegistryException unknown(Grantee grantee) {
        return switch (grantee) {
            case Grantee.OfUser(var id) -> unknown("user", id.toString());
            case Grantee.OfGroup(var id) -> unknown("group of users", id.toString());
        };
    }

    private static RegistryException unknown(String noun, String name) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden(noun, name));
    }
}

package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.domain.UserId;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.User;
import io.accession.core.registry.UserGroup;
import io.accession.core.registry.UserGroups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Groups of users in PostgreSQL. */
public final class PostgresUserGroups implements UserGroups {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;

    public PostgresUserGroups(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
    }

    private static final String INSERT = """
            INSERT INTO user_group (id, name, description)
            VALUES (:id, :name, :description)
            RETURNING id, name, description, created_at
            """;

    @Override
    public UserGroup add(Principal asking, String name, String description) {
        AccessRules.requireAdministrator(asking, "add groups of users");
        return jdbi.inTransaction(handle -> {
            var added = handle.createQuery(INSERT)
                    .bind("id", ids.get())
                    .bind("name", name)
                    .bind("description", description)
                    .map((row, context) -> group(row))
                    .one();
            Audit.record(handle, asking, "group.add", added.id());
            return added;
        });
    }

    private static final String ADD_MEMBER =
            "INSERT INTO user_group_member (user_id, group_id) VALUES (:user, :group) ON CONFLICT DO NOTHING";

    @Override
    public void addMember(Principal asking, UUID group, UserId user) {
        AccessRules.requireAdministrator(asking, "change groups of users");
        try {
            jdbi.useTransaction(handle -> {
                handle.createUpdate(ADD_MEMBER)
                        .bind("user", user.value())
                        .bind("group", group)
                        .execute();
                Audit.record(handle, asking, "group.add-member", group);
            });
        } catch (UnableToExecuteStatementException e) {
            if (Violation.of(e).filter(Violation.FOREIGN_KEY::equals).isPresent()) {
                throw unknown(group);
            }
            throw e;
        }
    }

    private static final String REMOVE_MEMBER =
            "DELETE FROM user_group_member m WHERE m.user_id = :user AND m.group_id = :group";

    @Override
    public void removeMember(Principal asking, UUID group, UserId user) {
        AccessRules.requireAdministrator(asking, "change groups of users");
        jdbi.useTransaction(handle -> {
            requireThere(handle, group);
            handle.createUpdate(REMOVE_MEMBER)
                    .bind("user", user.value())
                    .bind("group", group)
                    .execute();
            Audit.record(handle, asking, "group.remove-member", group);
        });
    }

    private static final String LIST_MEMBERS = """
            SELECT u.id, u.email, u.name, u.is_admin, u.deactivated_at, u.created_at
              FROM user_group_member m
              JOIN app_user u ON u.id = m.user_id
             WHERE m.group_id = :group
               AND (CAST(:afterId AS uuid) IS NULL OR (lower(u.email), u.id) > (lower(:afterKey), CAST(:afterId AS uuid)))
             ORDER BY lower(u.email), u.id
             LIMIT :rows
            """;

    @Override
    public Page<User> listMembers(Principal asking, UUID group, PageRequest request) {
        AccessRules.requireAdministrator(asking, "see who belongs to groups");
        var paging = Paging.of("group-members", request);
        var rows = jdbi.withHandle(handle -> {
            requireThere(handle, group);
            return handle.createQuery(LIST_MEMBERS)
                    .bind("group", group)
                    .bind("afterKey", paging.afterKey())
                    .bind("afterId", paging.afterId())
                    .bind("rows", paging.rows())
                    .map((row, context) -> UserRows.user(row))
                    .list();
        });
        return paging.page(rows, User::email, user -> user.id().value());
    }

    private static final String IS_THERE = "SELECT EXISTS (SELECT FROM user_group g WHERE g.id = :group)";

    private static void requireThere(Handle handle, UUID group) {
        if (!handle.createQuery(IS_THERE)
                .bind("group", group)
                .mapTo(Boolean.class)
                .one()) {
            throw unknown(group);
        }
    }

    private static final String REMOVE = "DELETE FROM user_group g WHERE g.id = :group";

    @Override
    public void remove(Principal asking, UUID group) {
        AccessRules.requireAdministrator(asking, "remove groups of users");
        jdbi.useTransaction(handle -> {
            if (handle.createUpdate(REMOVE).bind("group", group).execute() == 0) {
                throw unknown(group);
            }
            Audit.record(handle, asking, "group.remove", group);
        });
    }

    private static RegistryException unknown(UUID group) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("group of users", group.toString()));
    }

    private static final String LIST = """
            SELECT g.id, g.name, g.description, g.created_at
              FROM user_group g
             WHERE CAST(:afterId AS uuid) IS NULL OR (lower(g.name), g.id) > (lower(:afterKey), CAST(:afterId AS uuid))
             ORDER BY lower(g.name), g.id
             LIMIT :rows
            """;

    @Override
    public Page<UserGroup> list(Principal asking, PageRequest request) {
        var paging = Paging.of("groups", request);
        var rows = jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("afterKey", paging.afterKey())
                .bind("afterId", paging.afterId())
                .bind("rows", paging.rows())
                .map((row, context) -> group(row))
                .list());
        return paging.page(rows, UserGroup::name, UserGroup::id);
    }

    static UserGroup group(ResultSet row) throws SQLException {
        return new UserGroup(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}

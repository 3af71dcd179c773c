package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.DatasetRoles;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Roles in datasets in PostgreSQL. */
public final class PostgresDatasetRoles implements DatasetRoles {

    private final Jdbi jdbi;

    public PostgresDatasetRoles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    // The owner is an administrator as it is.
    private static final String ADD_USERS = """
            INSERT INTO dataset_user (dataset_id, user_id, role)
            SELECT d.id, u.id, :role
              FROM dataset d
              JOIN app_user u ON lower(u.email) = ANY(:emails) AND u.id <> d.owner_id
             WHERE d.id = :dataset
            ON CONFLICT DO NOTHING
            """;

    private static final String MEMBERS = """
            SELECT u.email, CASE WHEN u.id = d.owner_id THEN 'admin' ELSE m.role END AS role
              FROM unnest(:emails) WITH ORDINALITY AS wanted (email, position)
              JOIN app_user u ON lower(u.email) = wanted.email
              JOIN dataset d ON d.id = :dataset
              LEFT JOIN dataset_user m ON m.dataset_id = d.id AND m.user_id = u.id
             ORDER BY wanted.position
            """;

    @Override
    public List<Member> addUsers(Principal asking, DatasetId dataset, List<String> emails, Role role) {
        var wanted = emails.stream()
                .map(email -> email.replace("\0", "").toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return jdbi.inTransaction(handle -> {
            DatasetAccess.require(handle, asking, dataset, Role.ADMIN);
            handle.createUpdate(ADD_USERS)
                    .bind("dataset", dataset.value())
                    .bind("emails", SqlArrays.texts(handle, wanted.stream()))
                    .bind("role", role.wireName())
                    .execute();
            var members = members(handle, dataset, wanted);
            if (members.size() < wanted.size()) {
                throw new RegistryException(new RegistryError.Invalid(
                        "One of the users does not exist. An administrator adds them with: accession user add"));
            }
            Audit.record(handle, asking, "dataset.grant", dataset.value());
            return members;
        });
    }

    private static List<Member> members(Handle handle, DatasetId dataset, List<String> emails) {
        return handle.createQuery(MEMBERS)
                .bind("dataset", dataset.value())
                .bind("emails", SqlArrays.texts(handle, emails.stream()))
                .map((row, context) -> new Member(row.getString("email"), FolderAccess.role(row.getString("role"))))
                .list();
    }

    private static final String LIST_GROUPS = """
            SELECT g.id, g.name, g.description, g.created_at, d.role
              FROM dataset_group d
              JOIN user_group g ON g.id = d.group_id
             WHERE d.dataset_id = :dataset
             ORDER BY lower(g.name), g.id
            """;

    @Override
    public List<GroupRole> listGroups(Principal asking, DatasetId dataset) {
        return jdbi.withHandle(handle -> {
            DatasetAccess.require(handle, asking, dataset, Role.USER);
            return handle.createQuery(LIST_GROUPS)
                    .bind("dataset", dataset.value())
                    .map((row, context) ->
                            new GroupRole(PostgresUserGroups.group(row), FolderAccess.role(row.getString("role"))))
                    .list();
        });
    }

    private static final String GRANT = """
            INSERT INTO dataset_group (dataset_id, group_id, role)
            SELECT :dataset, g.id, :role FROM user_group g WHERE g.id = ANY(:groups)
            ON CONFLICT (dataset_id, group_id) DO UPDATE SET role = excluded.role
            """;

    @Override
    public void grant(Principal asking, DatasetId dataset, List<UUID> groups, Role role) {
        jdbi.useTransaction(handle -> {
            DatasetAccess.require(handle, asking, dataset, Role.ADMIN);
            int granted = handle.createUpdate(GRANT)
                    .bind("dataset", dataset.value())
                    .bind("groups", SqlArrays.uuids(handle, groups.stream()))
                    .bind("role", role.wireName())
                    .execute();
            if (granted < new HashSet<>(groups).size()) {
                throw new RegistryException(new RegistryError.Invalid("One of the groups does not exist."));
            }
            Audit.record(handle, asking, "dataset.grant", dataset.value());
        });
    }

    private static final String REVOKE =
            "DELETE FROM dataset_group WHERE dataset_id = :dataset AND group_id = ANY(:groups)";

    @Override
    public void revoke(Principal asking, DatasetId dataset, List<UUID> groups) {
        jdbi.useTransaction(handle -> {
            DatasetAccess.require(handle, asking, dataset, Role.ADMIN);
            handle.createUpdate(REVOKE)
                    .bind("dataset", dataset.value())
                    .bind("groups", SqlArrays.uuids(handle, groups.stream()))
                    .execute();
            Audit.record(handle, asking, "dataset.revoke", dataset.value());
        });
    }
}

package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.DatasetRoles;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Users of datasets in PostgreSQL. */
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
}

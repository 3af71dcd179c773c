package io.accession.catalog.registry;

import io.accession.core.domain.DatasetId;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Dataset;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Datasets as far as somebody may use them. */
final class DatasetAccess {

    private static final String READ = """
            SELECT d.id, d.title, d.description, d.folder_id, d.created_at, d.edited_at,
                   dataset_role(d.id, :asking) AS role
              FROM dataset d
             WHERE d.id = :dataset
            """;

    private DatasetAccess() {}

    /** Fails when it is missing, or when the asker is less than {@code least} in it. */
    static Dataset require(Handle handle, Principal asking, DatasetId dataset, Role least) {
        return handle.createQuery(READ)
                .bind("dataset", dataset.value())
                .bind("asking", asking.id().value())
                .map((row, context) -> dataset(row))
                .findOne()
                .filter(found -> isOpen(asking, found, least))
                .orElseThrow(() -> unknown(dataset));
    }

    private static boolean isOpen(Principal asking, Dataset dataset, Role least) {
        var role = dataset.role();
        return asking.isAdministrator() || (role != null && role.compareTo(least) >= 0);
    }

    static Dataset dataset(ResultSet row) throws SQLException {
        var folder = row.getObject("folder_id", UUID.class);
        return new Dataset(
                new DatasetId(row.getObject("id", UUID.class)),
                row.getString("title"),
                row.getString("description"),
                folder == null ? null : new FolderId(folder),
                role(row.getString("role")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Role role(@Nullable String stored) {
        return stored == null ? null : FolderAccess.role(stored);
    }

    static RegistryException unknown(DatasetId dataset) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("dataset", dataset.toString()));
    }
}

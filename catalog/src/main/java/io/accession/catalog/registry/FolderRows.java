package io.accession.catalog.registry;

import io.accession.core.domain.DatasetId;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.UserId;
import io.accession.core.registry.Folder;
import io.accession.core.registry.FolderSync;
import io.accession.core.registry.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Folders as they are read: with those above them, and what they are to whoever asks. */
final class FolderRows {

    private FolderRows() {}

    // Arrays of unknown length: see SqlArrays.
    private static final String READ = """
            SELECT f.id, f.name, f.description, CAST(f.client_metadata AS text) AS client_metadata, f.owner_id,
                   u.email AS owner_email, f.created_at, f.edited_at, d.id AS dataset_id,
                   above.ids AS above_ids, above.names AS above_names, above.datasets AS above_datasets,
                   s.integration_id, s.url, s.is_daily, s.metadata_suffix,
                   CASE WHEN wanted.administrator THEN 'admin' ELSE folder_role(f.id, wanted.asking) END AS role,
                   wanted.position
              FROM unnest(ARRAY(SELECT unnest(:folders)), :asking, :administrators) WITH ORDINALITY
                   AS wanted (id, asking, administrator, position)
              JOIN folder f ON f.id = wanted.id
              JOIN app_user u ON u.id = f.owner_id
              LEFT JOIN synced_folder s ON s.folder_id = f.id
              LEFT JOIN dataset d ON d.folder_id = f.id
             CROSS JOIN LATERAL (
                   WITH RECURSIVE up (id, name, parent_id, height) AS (
                       SELECT p.id, p.name, p.parent_id, 1 FROM folder p WHERE p.id = f.parent_id
                       UNION ALL
                       SELECT p.id, p.name, p.parent_id, up.height + 1 FROM folder p JOIN up ON p.id = up.parent_id)
                   SELECT coalesce(array_agg(up.id ORDER BY up.height DESC), '{}') AS ids,
                          coalesce(array_agg(up.name ORDER BY up.height DESC), '{}') AS names,
                          coalesce(array_agg(d.id ORDER BY up.height DESC), '{}') AS datasets
                     FROM up
                     LEFT JOIN dataset d ON d.folder_id = up.id) AS above
             ORDER BY wanted.position
            """;

    /** Fails when it is missing or closed to the asker. */
    static Folder read(Handle handle, Principal asking, FolderId folder) {
        return readAll(handle, asking, List.of(folder)).stream()
                .findFirst()
                .orElseThrow(() -> FolderAccess.unknown(folder));
    }

    /** Those that are there and open to the asker, in the given order. */
    static List<Folder> readAll(Handle handle, Principal asking, Collection<FolderId> folders) {
        var asked =
                folders.stream().map(folder -> new FolderAsked(asking, folder)).toList();
        return List.copyOf(readAll(handle, asked).sequencedValues());
    }

    /** The same of many askers. */
    static SequencedMap<FolderAsked, Folder> readAll(Handle handle, List<FolderAsked> asked) {
        var found = new LinkedHashMap<FolderAsked, Folder>();
        FolderAsked.query(handle, READ, asked)
                .map((row, context) -> {
                    var isOpen = row.getString("role") != null;
                    if (isOpen) {
                        found.put(asked.get(row.getInt("position") - 1), folder(row));
                    }
                    return isOpen;
                })
                .list();
        return found;
    }

    private static Folder folder(ResultSet row) throws SQLException {
        return new Folder(
                new FolderId(row.getObject("id", UUID.class)),
                above(row),
                row.getString("name"),
                row.getString("description"),
                row.getString("client_metadata"),
                new UserId(row.getObject("owner_id", UUID.class)),
                row.getString("owner_email"),
                FolderAccess.role(row.getString("role")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                sync(row),
                dataset(row.getObject("dataset_id", UUID.class)));
    }

    private static @Nullable FolderSync sync(ResultSet row) throws SQLException {
        var integration = row.getObject("integration_id", UUID.class);
        return integration == null
                ? null
                : new FolderSync(
                        new IntegrationId(integration),
                        row.getString("url"),
                        row.getBoolean("is_daily"),
                        row.getString("metadata_suffix"));
    }

    private static List<Folder.Step> above(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray("above_ids").getArray();
        var names = (String[]) row.getArray("above_names").getArray();
        var datasets = (@Nullable UUID[]) row.getArray("above_datasets").getArray();
        var steps = new ArrayList<Folder.Step>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            steps.add(new Folder.Step(new FolderId(ids[i]), names[i], dataset(datasets[i])));
        }
        return steps;
    }

    private static @Nullable DatasetId dataset(@Nullable UUID id) {
        return id == null ? null : new DatasetId(id);
    }
}

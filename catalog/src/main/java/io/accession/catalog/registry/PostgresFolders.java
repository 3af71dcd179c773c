package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.DatasetId;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.UserId;
import io.accession.core.registry.AccessRules;
import io.accession.core.registry.Folder;
import io.accession.core.registry.FolderChange;
import io.accession.core.registry.FolderFilter;
import io.accession.core.registry.FolderScope;
import io.accession.core.registry.FolderSummary;
import io.accession.core.registry.FolderSync;
import io.accession.core.registry.Folders;
import io.accession.core.registry.NewFolder;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import io.accession.core.work.SharedLook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Folders in PostgreSQL. */
public final class PostgresFolders implements Folders {

    private final Jdbi jdbi;
    private final Supplier<UUID> ids;
    private final SharedLook<Asked, Folder> reading;

    public PostgresFolders(Jdbi jdbi, Supplier<UUID> ids) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.reading = new SharedLook<>(this::readAll);
    }

    private static final String INSERT = """
            INSERT INTO folder (id, parent_id, name, description, client_metadata, owner_id)
            VALUES (:id, CAST(:parent AS uuid), :name, :description, CAST(:clientMetadata AS jsonb), :owner)
            """;

    @Override
    public Folder create(Principal asking, NewFolder folder) {
        try {
            return jdbi.inTransaction(handle -> {
                var id = new FolderId(ids.get());
                handle.createUpdate(INSERT)
                        .bind("id", id.value())
                        .bind("parent", value(folder.parent()))
                        .bind("name", folder.name())
                        .bind("description", folder.description())
                        .bind("clientMetadata", folder.clientMetadata())
                        .bind("owner", owner(handle, asking, folder).value())
                        .execute();
                if (folder.sync() != null) {
                    addSync(handle, id, folder.sync());
                }
                Audit.record(handle, asking, "folder.create", id.value());
                return read(handle, asking, id);
            });
        } catch (UnableToExecuteStatementException e) {
            if (folder.parent() != null
                    && Violation.of(e).filter(Violation.FOREIGN_KEY::equals).isPresent()) {
                throw FolderAccess.unknown(folder.parent()); // removed since it was read
            }
            throw Metadata.explained(e);
        }
    }

    private static final String INSERT_SYNC = """
            INSERT INTO synced_folder (folder_id, integration_id, url, is_daily, metadata_suffix)
            VALUES (:folder, :integration, :url, :daily, :suffix)
            """;

    private static void addSync(Handle handle, FolderId folder, FolderSync sync) {
        handle.createUpdate(INSERT_SYNC)
                .bind("folder", folder.value())
                .bind("integration", sync.integration().value())
                .bind("url", sync.url())
                .bind("daily", sync.daily())
                .bind("suffix", sync.metadataSuffix())
                .execute();
    }

    private static UserId owner(Handle handle, Principal asking, NewFolder folder) {
        if (folder.parent() == null) {
            return asking.id();
        }
        var parent = readToChange(handle, asking, folder.parent());
        if (parent.path().size() >= FolderMoves.LEVELS) {
            throw FolderMoves.tooDeep();
        }
        return parent.owner();
    }

    @Override
    public Folder read(Principal asking, FolderId folder) {
        return reading.find(new Asked(asking, folder)).orElseThrow(() -> FolderAccess.unknown(folder));
    }

    @Override
    public Folder readToChange(Principal asking, FolderId folder) {
        return requireAdmin(read(asking, folder));
    }

    private static Folder readToChange(Handle handle, Principal asking, FolderId folder) {
        return requireAdmin(read(handle, asking, folder));
    }

    private static Folder requireAdmin(Folder found) {
        if (found.role() != Role.ADMIN) {
            throw FolderAccess.unknown(found.id());
        }
        return found;
    }

    private static Folder read(Handle handle, Principal asking, FolderId folder) {
        return readAll(handle, asking, List.of(folder)).stream()
                .findFirst()
                .orElseThrow(() -> FolderAccess.unknown(folder));
    }

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

    /** Somebody wants to look into a folder. */
    private record Asked(Principal asking, FolderId folder) {}

    /** Those that are there and open to the asker, in the given order. */
    private static List<Folder> readAll(Handle handle, Principal asking, Collection<FolderId> folders) {
        var asked = folders.stream().map(folder -> new Asked(asking, folder)).toList();
        return List.copyOf(readAll(handle, asked).sequencedValues());
    }

    /** Not in the transaction of whoever reads for all. */
    private Map<Asked, Folder> readAll(Set<Asked> asked) {
        try (var handle = jdbi.open()) {
            return readAll(handle, List.copyOf(asked));
        }
    }

    private static SequencedMap<Asked, Folder> readAll(Handle handle, List<Asked> asked) {
        var found = new LinkedHashMap<Asked, Folder>();
        handle.createQuery(READ)
                .bind(
                        "folders",
                        SqlArrays.uuids(
                                handle, asked.stream().map(one -> one.folder().value())))
                .bind(
                        "asking",
                        SqlArrays.uuids(
                                handle,
                                asked.stream().map(one -> one.asking().id().value())))
                .bind(
                        "administrators",
                        SqlArrays.flags(
                                handle, asked.stream().map(one -> one.asking().isAdministrator())))
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

    @Override
    public Page<Folder> list(Principal asking, FolderFilter filter, PageRequest request) {
        if (filter.everybodys()) {
            AccessRules.requireAdministrator(asking, "list what they have no role in");
        }
        var listing = new FolderListing(filter, request);
        return jdbi.withHandle(handle -> {
            if (filter.scope() instanceof FolderScope.In in) {
                FolderAccess.require(handle, asking, List.of(in.parent()), Role.USER);
            }
            var page = listing.page(handle, asking);
            var ids = page.results().stream().map(FolderListing.Row::id).toList();
            return new Page<>(readAll(handle, asking, ids), page.nextToken());
        });
    }

    private static final String LOCK = """
            SELECT f.id FROM folder f WHERE f.id = ANY(:folders) ORDER BY f.id FOR NO KEY UPDATE
            """;

    private static final String CHANGE = """
            UPDATE folder f
               SET name = coalesce(c.name, f.name),
                   description = coalesce(c.description, f.description),
                   client_metadata = coalesce(CAST(c.client_metadata AS jsonb), f.client_metadata),
                   edited_at = now()
              FROM unnest(:folders, :names, :descriptions, :metadata) AS c (id, name, description, client_metadata)
             WHERE f.id = c.id
            """;

    @Override
    public List<Folder> change(Principal asking, Map<FolderId, FolderChange> changes) {
        var folders = changes.keySet();
        try {
            return jdbi.inTransaction(handle -> {
                var folderIds = SqlArrays.uuids(handle, folders.stream().map(FolderId::value));
                handle.createQuery(LOCK)
                        .bind("folders", folderIds)
                        .mapTo(UUID.class)
                        .list();
                FolderAccess.require(handle, asking, folders, Role.ADMIN);
                var values = changes.values();
                handle.createUpdate(CHANGE)
                        .bind("folders", folderIds)
                        .bind("names", SqlArrays.texts(handle, values.stream().map(FolderChange::name)))
                        .bind(
                                "descriptions",
                                SqlArrays.texts(handle, values.stream().map(FolderChange::description)))
                        .bind(
                                "metadata",
                                SqlArrays.texts(handle, values.stream().map(FolderChange::clientMetadata)))
                        .execute();
                Audit.recordAll(
                        handle, asking, "folder.change", folders.stream().map(FolderId::value));
                return readAll(handle, asking, folders);
            });
        } catch (UnableToExecuteStatementException e) {
            throw Metadata.explained(e);
        }
    }

    @Override
    public void move(Principal asking, List<FolderId> folders, @Nullable FolderId parent) {
        jdbi.useTransaction(handle -> {
            FolderMoves.move(handle, asking, folders, parent);
            Audit.recordAll(handle, asking, "folder.move", folders.stream().map(FolderId::value));
        });
    }

    @Override
    public Map<ItemKind, Long> countItems(Principal asking, FolderId folder) {
        return summarize(asking, folder).items();
    }

    @Override
    public FolderSummary summarize(Principal asking, FolderId folder) {
        return jdbi.withHandle(handle -> {
            FolderAccess.require(handle, asking, List.of(folder), Role.USER);
            return FolderSummaries.of(handle, folder);
        });
    }

    @Override
    public void remove(Principal asking, FolderId folder) {
        try {
            jdbi.useTransaction(handle -> {
                readToChange(handle, asking, folder);
                FolderRemoval.remove(handle, folder);
                Audit.record(handle, asking, "folder.remove", folder.value());
            });
        } catch (UnableToExecuteStatementException e) {
            throw DatasetLinks.explained(e);
        }
    }

    private static @Nullable UUID value(@Nullable FolderId id) {
        return id == null ? null : id.value();
    }
}

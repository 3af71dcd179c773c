package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
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
import java.util.List;
import java.util.Map;
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
    private final SharedLook<FolderAsked, Folder> reading;

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
                return FolderRows.read(handle, asking, id);
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
        return reading.find(new FolderAsked(asking, folder)).orElseThrow(() -> FolderAccess.unknown(folder));
    }

    @Override
    public Folder readToChange(Principal asking, FolderId folder) {
        return requireAdmin(read(asking, folder));
    }

    private static Folder readToChange(Handle handle, Principal asking, FolderId folder) {
        return requireAdmin(FolderRows.read(handle, asking, folder));
    }

    private static Folder requireAdmin(Folder found) {
        if (found.role() != Role.ADMIN) {
            throw FolderAccess.unknown(found.id());
        }
        return found;
    }

    /** Not in the transaction of whoever reads for all. */
    private Map<FolderAsked, Folder> readAll(Set<FolderAsked> asked) {
        try (var handle = jdbi.open()) {
            return FolderRows.readAll(handle, List.copyOf(asked));
        }
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
            return new Page<>(FolderRows.readAll(handle, asking, ids), page.nextToken());
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
                return FolderRows.readAll(handle, asking, folders);
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

package io.accession.server.rest;

import io.accession.api.Folder;
import io.accession.api.FolderSync;
import io.accession.api.NewFolder;
import io.accession.api.NewFolderSync;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.FolderFilter;
import io.accession.core.registry.FolderScope;
import io.accession.core.registry.Folders;
import io.accession.core.registry.ListOrder;
import io.accession.core.sync.SyncedFolders;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Folders. */
public final class FolderRoutes {

    private final Folders folders;
    private final SyncedFolders synced;

    public FolderRoutes(Folders folders, SyncedFolders synced) {
        this.folders = folders;
        this.synced = synced;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/folders", this::create),
                Operation.get("/api/v1/folders", this::list),
                Operation.get("/api/v1/folders/{id}", this::read),
                Operation.delete("/api/v1/folders/{id}", this::remove));
    }

    private void create(Call call) throws IOException {
        var body = call.body(NewFolder.class);
        var folder = synced.create(
                call.asking(),
                new io.accession.core.registry.NewFolder(
                        body.name(),
                        body.parentId() == null ? null : new FolderId(body.parentId()),
                        body.description() == null ? "" : body.description(),
                        null,
                        body.sync() == null ? null : wanted(body.sync())));
        call.answer(Status.CREATED_201, shown(folder, Map.of(), Optional.empty()));
    }

    private void list(Call call) throws IOException {
        var filter = new FolderFilter(
                scope(call),
                call.query("search").orElse(""),
                null,
                call.asking().isAdministrator(),
                Paging.order(call, ListOrder.NAME));
        call.answer(Paging.answer(folders.list(call.asking(), filter, Paging.request(call)), FolderRoutes::shown));
    }

    private static FolderScope scope(Call call) {
        var parent = call.query("parent");
        if (parent.isEmpty()) {
            return new FolderScope.Everywhere();
        }
        return parent.get().equals("root")
                ? new FolderScope.Top()
                : new FolderScope.In(new FolderId(call.requiredQueryId("parent")), false);
    }

    private void read(Call call) throws IOException {
        var id = new FolderId(call.id("id", "folder"));
        var folder = folders.read(call.asking(), id);
        call.answer(shown(folder, folders.countItems(call.asking(), id), synced.findLast(call.asking(), id)));
    }

    private void remove(Call call) {
        folders.remove(call.asking(), new FolderId(call.id("id", "folder")));
        call.answerNothing();
    }

    private static io.accession.core.registry.FolderSync wanted(NewFolderSync sync) {
        return new io.accession.core.registry.FolderSync(
                new IntegrationId(sync.integrationId()), sync.url(), sync.daily(), sync.metadataSuffix());
    }

    /** Without its counts. */
    static Folder shown(io.accession.core.registry.Folder folder) {
        return shown(folder, null, Optional.empty());
    }

    private static Folder shown(
            io.accession.core.registry.Folder folder,
            @Nullable Map<ItemKind, Long> counts,
            Optional<io.accession.core.sync.SyncRun> lastSync) {
        return new Folder(
                folder.id().value(),
                folder.name(),
                parent(folder),
                folder.path(),
                folder.description().isEmpty() ? null : folder.description(),
                folder.createdAt(),
                folder.role().wireName(),
                MetadataOnTheWire.shown(folder.clientMetadata()),
                folder.sync() == null ? null : shown(folder.sync(), lastSync),
                counts == null ? null : byWireName(counts));
    }

    private static FolderSync shown(
            io.accession.core.registry.FolderSync sync, Optional<io.accession.core.sync.SyncRun> lastRun) {
        return new FolderSync(
                sync.integration().value(),
                sync.url(),
                sync.daily(),
                sync.metadataSuffix(),
                lastRun.map(SyncOnTheWire::shown).orElse(null));
    }

    private static @Nullable UUID parent(io.accession.core.registry.Folder folder) {
        var parent = folder.parent();
        return parent == null ? null : parent.value();
    }

    static Map<String, Long> byWireName(Map<ItemKind, Long> counts) {
        var named = new TreeMap<String, Long>();
        counts.forEach((kind, items) -> named.put(kind.wireName(), items));
        return named;
    }
}

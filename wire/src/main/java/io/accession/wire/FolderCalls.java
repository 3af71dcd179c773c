package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.FolderChange;
import io.accession.core.registry.FolderFilter;
import io.accession.core.registry.FolderScope;
import io.accession.core.registry.FolderSummary;
import io.accession.core.registry.FolderSync;
import io.accession.core.registry.Folders;
import io.accession.core.registry.NewFolder;
import io.accession.core.sync.SyncedFolders;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Folders. */
public final class FolderCalls {

    private static final int MOST_CHANGES = 1_000;

    private final Folders folders;
    private final SyncedFolders synced;
    private final WireMetadata metadata;

    /** {@code metadataBytes} that one folder's metadata may have. */
    public FolderCalls(Folders folders, SyncedFolders synced, int metadataBytes) {
        this.folders = folders;
        this.synced = synced;
        this.metadata = new WireMetadata(metadataBytes);
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post("storage/folders", this::create),
                WireRoute.get("storage/folders", call -> list(call, new FolderScope.Top())),
                WireRoute.get("storage/search/folders", call -> list(call, new FolderScope.Everywhere())),
                WireRoute.patch("storage/folders/patch-bulk", this::changeAll),
                WireRoute.post("storage/folders/move", this::move).repeated(),
                WireRoute.get("storage/folders/{folder}", this::read),
                WireRoute.patch("storage/folders/{folder}", this::change),
                WireRoute.delete("storage/folders/{folder}", this::remove),
                WireRoute.get("storage/folders/{folder}/folders", this::listInside),
                WireRoute.get("storage/folders/{folder}/summary", this::summarize));
    }

    private record NewFolderBody(
            String name,
            @Nullable String description,
            @Nullable UUID parent,
            @Nullable String clientMetadata,
            @Nullable SyncParams cloudSyncedFolderParams) {}

    private record SyncParams(UUID integrationUuid, String remoteUrl) {
        /** Every 24 hours, and whenever the client asks. */
        FolderSync sync() {
            return new FolderSync(new IntegrationId(integrationUuid), remoteUrl, true, null);
        }
    }

    private WireAnswer create(WireCall call) throws IOException {
        var body = call.body(NewFolderBody.class);
        var params = body.cloudSyncedFolderParams();
        var created = synced.create(
                call.asking(),
                new NewFolder(
                        body.name(),
                        body.parent() == null ? null : new FolderId(body.parent()),
                        Objects.requireNonNullElse(body.description(), ""),
                        metadata.ofText(body.clientMetadata()),
                        params == null ? null : params.sync()));
        return call.json(StorageFolder.of(created));
    }

    private WireAnswer listInside(WireCall call) {
        return list(
                call,
                new FolderScope.In(call.folder(), call.queryFlag("isRecursive").orElse(false)));
    }

    private WireAnswer list(WireCall call, FolderScope scope) {
        var filter = new FolderFilter(
                scope,
                call.query("search").orElse(""),
                call.queryFlag("datasetSynced").orElse(null),
                call.queryFlag("includeOrgAccess").orElse(false),
                Sorting.of(call));
        return call.json(WirePage.of(folders.list(call.asking(), filter, call.page()), StorageFolder::of));
    }

    private WireAnswer read(WireCall call) {
        return call.json(StorageFolder.of(folders.read(call.asking(), call.folder())));
    }

    private record FolderPatch(
            @Nullable String name,
            @Nullable String description,
            @Nullable JsonNode clientMetadata) {}

    private FolderChange change(FolderPatch patch) {
        return new FolderChange(patch.name(), patch.description(), metadata.ofObject(patch.clientMetadata()));
    }

    private WireAnswer change(WireCall call) throws IOException {
        var patch = change(call.body(FolderPatch.class));
        var changed = folders.change(call.asking(), Map.of(call.folder(), patch));
        return call.json(StorageFolder.of(changed.getFirst()));
    }

    private record FolderPatches(Map<UUID, FolderPatch> folderPatches) {}

    private WireAnswer changeAll(WireCall call) throws IOException {
        var changes = new LinkedHashMap<FolderId, FolderChange>();
        call.body(FolderPatches.class)
                .folderPatches()
                .forEach((folder, patch) -> changes.put(new FolderId(folder), change(patch)));
        if (changes.size() > MOST_CHANGES) {
            throw invalid("At most " + MOST_CHANGES + " folders can be changed at once.");
        }
        var changed = folders.change(call.asking(), changes);
        return call.json(WirePage.of(changed.stream().map(StorageFolder::of).toList()));
    }

    private record Move(List<UUID> folderUuids, @Nullable UUID newParentUuid) {}

    private WireAnswer move(WireCall call) throws IOException {
        var body = call.body(Move.class);
        folders.move(
                call.asking(),
                body.folderUuids().stream().map(FolderId::new).toList(),
                body.newParentUuid() == null ? null : new FolderId(body.newParentUuid()));
        return call.nothing();
    }

    private WireAnswer remove(WireCall call) {
        folders.remove(call.asking(), call.folder());
        return call.nothing();
    }

    private WireAnswer summarize(WireCall call) {
        return call.json(shown(folders.summarize(call.asking(), call.folder())));
    }

    private static Map<String, Long> shown(FolderSummary summary) {
        var shown = new LinkedHashMap<String, Long>();
        shown.put("files", summary.items().values().stream().collect(Collectors.summingLong(Long::longValue)));
        shown.put("folders", summary.folders());
        for (var kind : ItemKind.values()) {
            shown.put(plural(kind), summary.items().getOrDefault(kind, 0L));
        }
        shown.put("tombstones", summary.tombstones());
        shown.put("uploadJobs", summary.uploadJobs());
        shown.put("totalSize", summary.bytes());
        return shown;
    }

    private static String plural(ItemKind kind) {
        return switch (kind) {
            case VIDEO -> "videos";
            case AUDIO -> "audios";
            case PDF -> "pdfs";
            case PLAIN_TEXT -> "plainTexts";
            case IMAGE -> "images";
            case IMAGE_GROUP -> "imageGroups";
            case IMAGE_SEQUENCE -> "imageSequences";
            case DICOM_SERIES -> "dicomSeries";
            case DICOM_FILE -> "dicomFiles";
            case NIFTI -> "niftis";
            case GROUP -> "groups";
        };
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

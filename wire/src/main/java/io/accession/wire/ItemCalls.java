package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.ItemChange;
import io.accession.core.registry.ItemChanges;
import io.accession.core.registry.ItemFilter;
import io.accession.core.registry.ItemScope;
import io.accession.core.registry.Items;
import io.accession.core.registry.Page;
import io.accession.core.registry.SignedUrls;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Items. */
public final class ItemCalls {

    private static final int MOST_CHANGES = 1_000;
    private static final int MOST_READ = 10_000;
    private static final int CHANGES_BYTES = 64 << 20;

    /** What the client may ask for and nothing here is yet. */
    private static final Set<String> OTHER_TYPES = Set.of("scene", "timeSeries");

    private final Items items;
    private final ItemChanges changes;
    private final Integrations integrations;
    private final SignedUrls signedUrls;
    private final WireMetadata metadata;

    /** {@code metadataBytes} that one item's metadata may have. */
    public ItemCalls(
            Items items, ItemChanges changes, Integrations integrations, SignedUrls signedUrls, int metadataBytes) {
        this.items = items;
        this.changes = changes;
        this.integrations = integrations;
        this.signedUrls = signedUrls;
        this.metadata = new WireMetadata(metadataBytes);
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.get("storage/search/items", call -> list(call, new ItemScope.Everywhere())),
                WireRoute.get("storage/folders/{folder}/items", this::listInside),
                WireRoute.post("storage/items/get-bulk", this::readAll),
                WireRoute.patch("storage/items/patch-bulk", this::changeAll).withBodyOf(CHANGES_BYTES),
                WireRoute.get("storage/items/{item}", this::read),
                WireRoute.post("storage/folders/{folder}/items/delete", this::remove)
                        .repeated(),
                WireRoute.post("storage/folders/{folder}/items/move", this::move)
                        .repeated(),
                WireRoute.patch("storage/folders/{folder}/items/{item}", this::change)
                        .withBodyOf(CHANGES_BYTES),
                WireRoute.get("storage/folders/{folder}/items/{item}/child-items", this::listMembers));
    }

    private ItemsOnTheWire shown(WireCall call, boolean signs) {
        return new ItemsOnTheWire(integrations, signedUrls, call.origin(), signs);
    }

    private WireAnswer listInside(WireCall call) {
        return list(
                call,
                new ItemScope.In(call.folder(), call.queryFlag("isRecursive").orElse(false)));
    }

    private WireAnswer list(WireCall call, ItemScope scope) {
        var types = call.queries("itemTypes");
        var kinds = types.stream().flatMap(type -> kind(type).stream()).collect(Collectors.toSet());
        var filter = new ItemFilter(
                scope,
                call.query("search").orElse(""),
                kinds,
                call.queryFlag("isInDataset").orElse(null),
                call.queryFlag("includeOrgAccess").orElse(false),
                Sorting.of(call));
        boolean isNothing = kinds.isEmpty() && !types.isEmpty();
        var page = items.list(call.asking(), filter, call.page());
        var wire = shown(call, call.queryFlag("signUrls").orElse(false));
        return call.json(WirePage.of(isNothing ? new Page<>(List.of(), null) : page, wire::shown));
    }

    private static Optional<ItemKind> kind(String type) {
        var kind = ItemKind.find(type);
        if (kind.isEmpty() && !OTHER_TYPES.contains(type)) {
            throw WireCall.invalid("itemTypes", "There is no type of item named '" + type + "'.");
        }
        return kind;
    }

    private WireAnswer read(WireCall call) {
        var item = items.readAll(call.asking(), List.of(call.item())).getFirst();
        return call.json(shown(call, call.queryFlag("signUrl").orElse(false)).shown(item));
    }

    private record Wanted(List<UUID> itemUuids, @Nullable Boolean signUrls) {}

    private WireAnswer readAll(WireCall call) throws IOException {
        var body = call.body(Wanted.class);
        if (body.itemUuids().size() > MOST_READ) {
            throw invalid("At most " + MOST_READ + " items can be read at once.");
        }
        var found = items.readAll(call.asking(), ids(body.itemUuids()));
        return call.json(
                WirePage.of(shown(call, Boolean.TRUE.equals(body.signUrls())).shown(found)));
    }

    private record ItemPatch(
            @Nullable String name, @Nullable JsonNode clientMetadata) {}

    /** Items have no descriptions: what the client sends for one is passed over, as the reference system does. */
    private ItemChange change(ItemPatch patch) {
        return ItemChange.replacing(patch.name(), metadata.ofObject(patch.clientMetadata()));
    }

    private WireAnswer change(WireCall call) throws IOException {
        var patch = change(call.body(ItemPatch.class));
        return call.json(
                shown(call, false).shown(changes.changeInside(call.asking(), call.folder(), call.item(), patch)));
    }

    private record ItemPatches(Map<UUID, ItemPatch> itemPatches) {}

    private WireAnswer changeAll(WireCall call) throws IOException {
        var patches = call.body(ItemPatches.class).itemPatches();
        if (patches.size() > MOST_CHANGES) {
            throw invalid("At most " + MOST_CHANGES + " items can be changed at once.");
        }
        var wanted = new LinkedHashMap<ItemId, ItemChange>();
        patches.forEach((item, patch) -> wanted.put(new ItemId(item), change(patch)));
        changes.change(call.asking(), wanted);
        var changed = items.readAll(call.asking(), List.copyOf(wanted.keySet()));
        return call.json(WirePage.of(shown(call, false).shown(changed)));
    }

    private record Removal(List<UUID> childUuids, @Nullable Boolean removeUnusedFrames) {}

    private record Removed(int removedItemsCount, int removedFoldersCount) {}

    private WireAnswer remove(WireCall call) throws IOException {
        var body = call.body(Removal.class);
        int removed = changes.remove(
                call.asking(), call.folder(), ids(body.childUuids()), Boolean.TRUE.equals(body.removeUnusedFrames()));
        return call.json(new Removed(removed, 0));
    }

    private record Move(
            List<UUID> itemUuids,
            UUID newParentUuid,
            @Nullable Boolean allowSyncedDatasetMove) {}

    private WireAnswer move(WireCall call) throws IOException {
        var body = call.body(Move.class);
        changes.move(
                call.asking(),
                call.folder(),
                ids(body.itemUuids()),
                new FolderId(body.newParentUuid()),
                Boolean.TRUE.equals(body.allowSyncedDatasetMove()));
        return call.nothing();
    }

    private WireAnswer listMembers(WireCall call) {
        ItemInFolder.require(items, call);
        var members = items.listMembers(call.asking(), call.item());
        return call.json(WirePage.of(
                shown(call, call.queryFlag("signUrls").orElse(false)).shown(members)));
    }

    private static List<ItemId> ids(List<UUID> uuids) {
        return uuids.stream().map(ItemId::new).toList();
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

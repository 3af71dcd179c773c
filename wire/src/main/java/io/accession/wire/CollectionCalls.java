package io.accession.wire;

import io.accession.core.curation.CollectedItem;
import io.accession.core.curation.ItemCollection;
import io.accession.core.curation.ItemCollections;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.SignedUrls;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collections. */
public final class CollectionCalls {

    static final String ONE = "index/collections/{collection}";

    private final ItemCollections collections;
    private final Integrations integrations;
    private final SignedUrls signedUrls;

    public CollectionCalls(ItemCollections collections, Integrations integrations, SignedUrls signedUrls) {
        this.collections = collections;
        this.integrations = integrations;
        this.signedUrls = signedUrls;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.get("index/collections", this::list),
                WireRoute.post("index/collections", this::create).repeated(),
                WireRoute.patch(ONE, this::change),
                WireRoute.delete(ONE, this::remove),
                WireRoute.get(ONE + "/accessible-items", call -> items(call, false)),
                WireRoute.get(ONE + "/all-items", call -> items(call, true)),
                WireRoute.post(ONE + "/add-items", this::addItems).repeated(),
                WireRoute.post(ONE + "/remove-items", this::takeItems).repeated());
    }

    private record Shown(
            UUID uuid,
            UUID topLevelFolderUuid,
            String name,
            String description,
            Instant createdAt,
            Instant lastEditedAt) {

        static Shown of(ItemCollection collection) {
            return new Shown(
                    collection.id(),
                    collection.folder().value(),
                    collection.name(),
                    collection.description(),
                    collection.createdAt(),
                    collection.editedAt());
        }
    }

    private WireAnswer list(WireCall call) {
        var folder = call.query("topLevelFolderUuid")
                .map(text -> new FolderId(WireCall.id("topLevelFolderUuid", text)))
                .orElse(null);
        var page = collections.list(call.asking(), folder, call.queryIds("uuids"), call.page());
        return call.json(WirePage.of(page, Shown::of));
    }

    private record NewBody(String name, @Nullable String description) {}

    private WireAnswer create(WireCall call) throws IOException {
        var body = call.body(NewBody.class);
        var folder = call.query("topLevelFolderUuid")
                .orElseThrow(() -> WireCall.invalid("topLevelFolderUuid", "A folder at the top is required."));
        var created = collections.create(
                call.asking(),
                new FolderId(WireCall.id("topLevelFolderUuid", folder)),
                body.name(),
                Objects.requireNonNullElse(body.description(), ""));
        return call.json(created.id());
    }

    private record Patch(@Nullable String name, @Nullable String description) {}

    private WireAnswer change(WireCall call) throws IOException {
        var patch = call.body(Patch.class);
        collections.change(call.asking(), collection(call), patch.name(), patch.description());
        return call.nothing();
    }

    private WireAnswer remove(WireCall call) {
        collections.remove(call.asking(), collection(call));
        return call.nothing();
    }

    /** Metadata is left out where the client says so: as an empty object, for the key has to be there. */
    private WireAnswer items(WireCall call, boolean closedToo) {
        boolean withMetadata = call.queryFlag("includeClientMetadata").orElse(true);
        var wire = new ItemsOnTheWire(
                integrations,
                signedUrls,
                call.origin(),
                call.queryFlag("signUrls").orElse(false));
        var page = collections.items(call.asking(), collection(call), closedToo, call.page());
        return call.json(WirePage.of(page, item -> shown(item, wire, withMetadata)));
    }

    private static Map<String, @Nullable Object> shown(
            CollectedItem collected, ItemsOnTheWire wire, boolean withMetadata) {
        return switch (collected) {
            case CollectedItem.Closed(var id) -> Map.of("uuid", id.value());
            case CollectedItem.Open(var item) -> {
                var shown = wire.shown(item);
                if (!withMetadata) {
                    shown.put("clientMetadata", "{}");
                }
                yield shown;
            }
        };
    }

    private record Picked(List<UUID> itemUuids) {
        List<ItemId> ids() {
            return itemUuids.stream().map(ItemId::new).toList();
        }
    }

    private record Outcome(List<UUID> failedItems) {
        static Outcome of(List<ItemId> failed) {
            return new Outcome(failed.stream().map(ItemId::value).toList());
        }
    }

    private WireAnswer addItems(WireCall call) throws IOException {
        var picked = call.body(Picked.class).ids();
        return call.json(Outcome.of(collections.add(call.asking(), collection(call), picked)));
    }

    private WireAnswer takeItems(WireCall call) throws IOException {
        var picked = call.body(Picked.class).ids();
        return call.json(Outcome.of(collections.take(call.asking(), collection(call), picked)));
    }

    static UUID collection(WireCall call) {
        return call.pathId("collection");
    }
}

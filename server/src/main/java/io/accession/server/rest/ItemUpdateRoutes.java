package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.ItemUpdate;
import io.accession.api.ItemUpdates;
import io.accession.api.MetadataMode;
import io.accession.api.UpdatedItems;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.ItemChange;
import io.accession.core.registry.ItemChanges;
import io.accession.core.registry.ItemHistory;
import io.accession.core.registry.PastMetadata;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of items, and what they were before. */
public final class ItemUpdateRoutes {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final int MOST_ITEMS = 1_000;
    private static final int BODY_BYTES = 64 << 20;

    private final ItemChanges changes;
    private final ItemHistory history;
    private final ItemRoutes items;
    private final GivenMetadata given;

    /** {@code metadataBytes} that one item's metadata may have; {@code items} answers what was changed. */
    public ItemUpdateRoutes(ItemChanges changes, ItemHistory history, ItemRoutes items, int metadataBytes) {
        this.changes = changes;
        this.history = history;
        this.items = items;
        this.given = new GivenMetadata(metadataBytes);
    }

    public List<Operation> operations() {
        return List.of(
                Operation.patch("/api/v1/items/{id}", this::update),
                Operation.patch("/api/v1/items", this::updateAll),
                Operation.get("/api/v1/items/{id}/history", this::listHistory));
    }

    private void update(Call call) throws IOException {
        var body = call.body(ItemUpdate.class, BODY_BYTES);
        var item = new ItemId(call.id("id", "item"));
        changes.change(call.asking(), Map.of(item, change(call, body, mode(call, body.mode()), "")));
        items.answer(call, item);
    }

    private void updateAll(Call call) throws IOException {
        var body = call.body(ItemUpdates.class, BODY_BYTES);
        var mode = mode(call, body.mode());
        var metadata = body.clientMetadata() == null || body.clientMetadata().isNull() ? null : body.clientMetadata();
        if (body.items() != null && body.folderId() == null && metadata == null) {
            call.answer(updateNamed(call, body.items(), mode));
        } else if (body.folderId() != null && body.items() == null && metadata != null) {
            call.answer(updateFolder(call, body.folderId(), body.deep(), metadata, mode));
        } else {
            throw GivenMetadata.invalid("", "Either items, or folderId and clientMetadata are expected.");
        }
    }

    /** How metadata is changed, unless an item says otherwise. */
    private static MetadataMode mode(Call call, @Nullable MetadataMode given) {
        if (!isMergePatch(call)) {
            return Objects.requireNonNullElse(given, MetadataMode.REPLACE);
        }
        if (given != null) {
            throw GivenMetadata.invalid("/mode", "A request of the type " + MERGE_PATCH + " says how by its type.");
        }
        return MetadataMode.MERGE_PATCH;
    }

    /** Null leaves what there is, but in a merge patch it takes the value away. */
    private ItemChange change(Call call, ItemUpdate update, MetadataMode usual, String pointer) {
        var metadata = update.clientMetadata();
        if (metadata == null || (metadata.isNull() && !isMergePatch(call))) {
            return new ItemChange(update.title(), null);
        }
        var mode = Objects.requireNonNullElse(update.mode(), usual);
        return new ItemChange(update.title(), given.change(metadata, mode, pointer + "/clientMetadata"));
    }

    private static boolean isMergePatch(Call call) {
        return call.mediaType().equals(MERGE_PATCH);
    }

    private UpdatedItems updateNamed(Call call, Map<UUID, ItemUpdate> updates, MetadataMode mode) {
        if (updates.size() > MOST_ITEMS) {
            throw GivenMetadata.invalid("/items", "At most " + MOST_ITEMS + " items can be changed at once.");
        }
        var wanted = new LinkedHashMap<ItemId, ItemChange>();
        updates.forEach((id, update) -> wanted.put(new ItemId(id), change(call, update, mode, "/items/" + id)));
        return new UpdatedItems(wanted.size(), changes.change(call.asking(), wanted), null);
    }

    private UpdatedItems updateFolder(Call call, UUID folder, boolean deep, JsonNode metadata, MetadataMode mode) {
        var run = changes.changeInFolder(
                call.asking(),
                new FolderId(folder),
                deep,
                given.change(metadata, mode, "/clientMetadata"),
                call.query("pageToken").orElse(null));
        return new UpdatedItems(run.matched(), run.changed(), run.nextToken());
    }

    private void listHistory(Call call) throws IOException {
        var page = history.list(call.asking(), new ItemId(call.id("id", "item")), Paging.request(call));
        call.answer(Paging.answer(page, ItemUpdateRoutes::shown));
    }

    private static io.accession.api.PastMetadata shown(PastMetadata past) {
        return new io.accession.api.PastMetadata(
                past.replacedAt(),
                past.replacedBy().isEmpty() ? null : past.replacedBy(),
                past.job() == null ? null : past.job().value(),
                MetadataOnTheWire.shown(past.clientMetadata()));
    }
}

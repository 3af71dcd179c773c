package io.accession.server.rest;

import io.accession.api.ItemMove;
import io.accession.api.ItemRemoval;
import io.accession.api.RemovedItems;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.ItemChanges;
import io.accession.core.registry.Items;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Items that get another place, or go. */
public final class ItemChangeRoutes {

    private static final int MOST = 10_000;

    private final Items items;
    private final ItemChanges changes;

    public ItemChangeRoutes(Items items, ItemChanges changes) {
        this.items = items;
        this.changes = changes;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.delete("/api/v1/items/{id}", this::remove),
                Operation.post("/api/v1/folders/{id}/items/move", this::move),
                Operation.post("/api/v1/folders/{id}/items/remove", this::removeMany));
    }

    private void remove(Call call) {
        var id = item(call);
        var folder = items.readAll(call.asking(), List.of(id)).getFirst().item().folder();
        changes.remove(call.asking(), folder, List.of(id), false);
        call.answerNothing();
    }

    private void move(Call call) throws IOException {
        var body = call.body(ItemMove.class);
        changes.move(
                call.asking(), folder(call), items(body.items()), new FolderId(body.toFolderId()), body.leaveDataset());
        call.answerNothing();
    }

    private void removeMany(Call call) throws IOException {
        var body = call.body(ItemRemoval.class);
        int removed = changes.remove(call.asking(), folder(call), items(body.items()), body.unusedMembers());
        call.answer(new RemovedItems(removed));
    }

    private static List<ItemId> items(List<UUID> ids) {
        ManyIds.check("/items", ids, MOST);
        return ids.stream().distinct().map(ItemId::new).toList();
    }

    private static ItemId item(Call call) {
        return new ItemId(call.id("id", "item"));
    }

    private static FolderId folder(Call call) {
        return new FolderId(call.id("id", "folder"));
    }
}

package io.accession.server.rest;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Items;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.List;

/** Where browsers fetch the objects of items. */
public final class SignedUrlRoutes {

    private final Items items;
    private final ItemUrls urls;

    public SignedUrlRoutes(Items items, ItemUrls urls) {
        this.items = items;
        this.urls = urls;
    }

    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/items/{id}/signed-url", this::sign));
    }

    private void sign(Call call) throws IOException {
        var id = new ItemId(call.id("id", "item"));
        var item = items.readAll(call.asking(), List.of(id)).getFirst();
        call.answer(
                urls.begin(call)
                        .sign(item)
                        .orElseThrow(
                                () -> new RegistryException(
                                        new RegistryError.Conflict(
                                                "There is no signed URL of this item: it is a group, or its storage integration was removed or cannot sign."))));
    }
}

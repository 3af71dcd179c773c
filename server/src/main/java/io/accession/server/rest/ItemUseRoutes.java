package io.accession.server.rest;

import io.accession.api.ItemUses;
import io.accession.api.ItemUses.Use;
import io.accession.core.curation.ItemCollections;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.Datasets;
import io.accession.core.registry.Items;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What items are part of. */
public final class ItemUseRoutes {

    private final Items items;
    private final Datasets datasets;
    private final ItemCollections collections;

    public ItemUseRoutes(Items items, Datasets datasets, ItemCollections collections) {
        this.items = items;
        this.datasets = datasets;
        this.collections = collections;
    }

    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/items/{id}/uses", this::list));
    }

    private void list(Call call) throws IOException {
        var asking = call.asking();
        var item = new ItemId(call.id("id", "item"));
        var byDatasets = datasets.use(asking, item).accessible().stream()
                .map(in -> new Use(
                        "dataset", in.dataset().id().value(), in.dataset().title()));
        var byCollections = collections.having(asking, item).stream()
                .map(collection -> new Use("collection", collection.id(), collection.name()));
        var byGroups = items.use(asking, item).accessible().stream()
                .map(composite -> new Use(
                        "group", composite.item().id().value(), composite.item().name()));
        call.answer(new ItemUses(Stream.of(byDatasets, byCollections, byGroups)
                .flatMap(uses -> uses)
                .toList()));
    }
}

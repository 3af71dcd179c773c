package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.CollectionChange;
import io.accession.api.CollectionEdit;
import io.accession.api.ItemSummary;
import io.accession.api.Json;
import io.accession.api.NewCollection;
import io.accession.core.curation.CollectedItem;
import io.accession.core.curation.ItemCollection;
import io.accession.core.curation.ItemCollections;
import io.accession.core.domain.FolderId;
import io.accession.core.search.Collecting;
import io.accession.core.search.Collecting.Outcome;
import io.accession.core.search.Search;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Collections, made and filled from searches. */
public final class CollectionRoutes {

    private static final String ONE = "/api/v1/collections/{id}";

    private final ItemCollections collections;
    private final Collecting collecting;
    private final Search search;

    public CollectionRoutes(ItemCollections collections, Search search) {
        this.collections = collections;
        this.collecting = new Collecting(collections);
        this.search = search;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/collections", this::list),
                Operation.post("/api/v1/collections", this::create),
                Operation.get(ONE, this::read),
                Operation.patch(ONE, this::edit),
                Operation.delete(ONE, this::remove),
                Operation.get(ONE + "/items", this::listItems),
                Operation.post(ONE + "/additions", this::add),
                Operation.post(ONE + "/removals", this::take));
    }

    private void list(Call call) throws IOException {
        var folder = call.queryId("folder").map(FolderId::new).orElse(null);
        call.answer(Paging.answer(
                collections.list(call.asking(), folder, List.of(), Paging.request(call)), CollectionRoutes::shown));
    }

    private void create(Call call) throws IOException {
        var given = call.body(NewCollection.class);
        // A search that is wrong is told before anything is made.
        var found = given.search() == null
                ? null
                : search.found(call.asking(), Json.strict().writeValueAsString(given.search()));
        var created = collections.create(
                call.asking(),
                new FolderId(given.folderId()),
                given.name(),
                Objects.requireNonNullElse(given.description(), ""));
        var outcome = found == null ? new Outcome(0, 0) : collecting.add(call.asking(), created.id(), found);
        call.answer(Status.CREATED_201, change(created, outcome));
    }

    private void read(Call call) throws IOException {
        call.answer(shown(collections.read(call.asking(), id(call))));
    }

    private void edit(Call call) throws IOException {
        var edit = call.body(CollectionEdit.class);
        collections.change(call.asking(), id(call), edit.name(), edit.description());
        read(call);
    }

    private void remove(Call call) {
        collections.remove(call.asking(), id(call));
        call.answerNothing();
    }

    private void listItems(Call call) throws IOException {
        var page = collections.items(call.asking(), id(call), false, Paging.request(call));
        call.answer(new io.accession.api.Page<>(
                page.results().stream().flatMap(CollectionRoutes::open).toList(), page.nextToken()));
    }

    private static Stream<ItemSummary> open(CollectedItem collected) {
        return switch (collected) {
            case CollectedItem.Open(var item) -> Stream.of(ItemRoutes.summary(item.item()));
            case CollectedItem.Closed _ -> Stream.empty();
        };
    }

    private void add(Call call) throws IOException {
        var found = search.found(call.asking(), call.body(JsonNode.class).toString());
        var outcome = collecting.add(call.asking(), id(call), found);
        call.answer(change(collections.read(call.asking(), id(call)), outcome));
    }

    private void take(Call call) throws IOException {
        var found = search.found(call.asking(), call.body(JsonNode.class).toString());
        var outcome = collecting.take(call.asking(), id(call), found);
        call.answer(change(collections.read(call.asking(), id(call)), outcome));
    }

    private static UUID id(Call call) {
        return call.id("id", "collection");
    }

    private static CollectionChange change(ItemCollection collection, Outcome outcome) {
        return new CollectionChange(shown(collection), outcome.found(), outcome.passedOver());
    }

    private static io.accession.api.Collection shown(ItemCollection collection) {
        return new io.accession.api.Collection(
                collection.id(),
                collection.folder().value(),
                collection.name(),
                collection.description(),
                collection.createdAt(),
                collection.editedAt());
    }
}

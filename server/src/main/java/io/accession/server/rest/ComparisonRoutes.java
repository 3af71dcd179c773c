package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.ComparedItem;
import io.accession.api.ComparedItems;
import io.accession.api.NearDuplicates;
import io.accession.core.search.Comparison.Choice;
import io.accession.core.search.Comparisons;
import io.accession.core.search.FoundGroups;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.util.List;

/** Comparing items with one another. */
public final class ComparisonRoutes {

    private final Comparisons comparisons;

    public ComparisonRoutes(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/search/near-duplicates", this::findNearDuplicates),
                Operation.post("/api/v1/search/diverse", call -> pick(call, Choice.DIVERSE)),
                Operation.post("/api/v1/search/outliers", call -> pick(call, Choice.OUTLIERS)));
    }

    private void findNearDuplicates(Call call) throws IOException {
        var found = comparisons.nearDuplicates(
                call.asking(), call.body(JsonNode.class).toString());
        call.answer(new NearDuplicates(
                found.groups().stream()
                        .map(group -> new NearDuplicates.Group(
                                group.size(),
                                group.items().stream()
                                        .map(ComparisonRoutes::shown)
                                        .toList()))
                        .toList(),
                found.total(),
                found.compared(),
                SearchOnTheWire.shown(found.precision()),
                found.nextToken()));
    }

    private void pick(Call call, Choice choice) throws IOException {
        var picked = comparisons.pick(
                call.asking(), choice, call.body(JsonNode.class).toString());
        call.answer(new ComparedItems(
                picked.items().stream().map(ComparisonRoutes::shown).toList(),
                picked.compared(),
                SearchOnTheWire.shown(picked.precision())));
    }

    private static ComparedItem shown(FoundGroups.Member member) {
        var item = member.item().item();
        var facts = member.item().facts();
        return new ComparedItem(
                item.id().value(),
                item.folder().value(),
                item.kind().wireName(),
                item.name(),
                item.objectUrl(),
                MediaOnTheWire.shown(facts),
                facts == null ? List.of() : facts.warnings(),
                item.createdAt(),
                member.distance());
    }
}

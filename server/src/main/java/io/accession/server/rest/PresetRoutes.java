package io.accession.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.FilterPresetEdit;
import io.accession.api.Json;
import io.accession.api.NewFilterPreset;
import io.accession.core.curation.FilterPreset;
import io.accession.core.curation.FilterPresets;
import io.accession.core.search.Search;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Filters with a name, those that the Encord SDK made among them. */
public final class PresetRoutes {

    private static final String ONE = "/api/v1/filter-presets/{id}";

    private final FilterPresets presets;
    private final Search search;

    public PresetRoutes(FilterPresets presets, Search search) {
        this.presets = presets;
        this.search = search;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/filter-presets", this::list),
                Operation.post("/api/v1/filter-presets", this::create),
                Operation.get(ONE, this::read),
                Operation.patch(ONE, this::edit),
                Operation.delete(ONE, this::remove));
    }

    private void list(Call call) throws IOException {
        call.answer(Paging.answer(presets.list(List.of(), Paging.request(call)), PresetRoutes::shown));
    }

    private void create(Call call) throws IOException {
        var given = call.body(NewFilterPreset.class);
        var created = presets.create(
                call.asking(),
                given.name(),
                Objects.requireNonNullElse(given.description(), ""),
                definition(call, given.filter()));
        call.answer(Status.CREATED_201, shown(created));
    }

    /** As it is kept, once it is known that the asker can use it. */
    private String definition(Call call, JsonNode filter) {
        search.check(call.asking(), filter.toString(), "/filter");
        return Json.strict().createObjectNode().set("filter", filter).toString();
    }

    private void read(Call call) throws IOException {
        call.answer(shown(presets.read(id(call))));
    }

    private void edit(Call call) throws IOException {
        var edit = call.body(FilterPresetEdit.class);
        var filter = edit.filter();
        presets.change(
                call.asking(),
                id(call),
                edit.name(),
                edit.description(),
                filter == null || filter.isNull() ? null : definition(call, filter));
        read(call);
    }

    private void remove(Call call) {
        presets.remove(call.asking(), id(call));
        call.answerNothing();
    }

    private static UUID id(Call call) {
        return call.id("id", "filter preset");
    }

    private static io.accession.api.FilterPreset shown(FilterPreset preset) {
        var definition = json(preset.definition());
        boolean isOurs = definition.has("filter");
        return new io.accession.api.FilterPreset(
                preset.id(),
                preset.name(),
                preset.description(),
                isOurs ? definition.path("filter") : null,
                isOurs ? null : definition,
                preset.createdAt(),
                preset.editedAt());
    }

    private static JsonNode json(String text) {
        try {
            return Json.strict().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a preset is kept as JSON", e);
        }
    }
}

package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.curation.FilterPreset;
import io.accession.core.curation.FilterPresets;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.search.SavedFilter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filter presets, which belong to the whole organisation. */
public final class PresetCalls {

    private static final String ONE = "index/presets/{preset}";
    private static final UUID WHOLE_ORGANISATION = new UUID(0, 0);

    private final FilterPresets presets;

    public PresetCalls(FilterPresets presets) {
        this.presets = presets;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.get("index/presets", this::list),
                WireRoute.post("index/presets", this::create),
                WireRoute.get(ONE, this::read),
                WireRoute.patch(ONE, this::change),
                WireRoute.delete(ONE, this::remove));
    }

    private record Shown(UUID uuid, String name, String description, Instant createdAt, Instant lastUpdatedAt) {
        static Shown of(FilterPreset preset) {
            return new Shown(preset.id(), preset.name(), preset.description(), preset.createdAt(), preset.editedAt());
        }
    }

    private WireAnswer list(WireCall call) {
        return call.json(WirePage.of(presets.list(call.queryIds("uuids"), call.page()), Shown::of));
    }

    private record NewBody(
            String name,
            JsonNode filterPresetJson,
            @Nullable String description) {}

    private WireAnswer create(WireCall call) throws IOException {
        for (var folder : call.queryIds("topLevelFolderUuid")) {
            if (!folder.equals(WHOLE_ORGANISATION)) {
                throw WireCall.invalid("topLevelFolderUuid", "Presets of single folders are not offered.");
            }
        }
        var body = call.body(NewBody.class);
        var created = presets.create(
                call.asking(),
                body.name(),
                Objects.requireNonNullElse(body.description(), ""),
                PresetDefinition.of(body.filterPresetJson()).json());
        return call.json(created.id());
    }

    private WireAnswer read(WireCall call) {
        var preset = presets.read(call.pathId("preset"));
        if (SavedFilter.isIn(preset.definition())) {
            throw new RegistryException(new RegistryError.Invalid("The filter preset '" + preset.name()
                    + "' is a filter of Accession's own language, which has no form that the Encord SDK reads. It can be used"
                    + " by its id; 'accession preset show' tells what it is."));
        }
        return call.written(preset.definition());
    }

    private record Patch(
            @Nullable String name,
            @Nullable String description,
            @Nullable JsonNode filterPreset) {}

    private WireAnswer change(WireCall call) throws IOException {
        var patch = call.body(Patch.class);
        var definition = patch.filterPreset();
        presets.change(
                call.asking(),
                call.pathId("preset"),
                patch.name(),
                patch.description(),
                definition == null || definition.isNull()
                        ? null
                        : PresetDefinition.of(definition).json());
        return call.nothing();
    }

    private WireAnswer remove(WireCall call) {
        presets.remove(call.asking(), call.pathId("preset"));
        return call.nothing();
    }
}

package io.accession.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a preset as the client writes them: those for all folders and those for one, where the nil UUID is all folders too. Filters are kept
 * as they are given; {@link io.accession.core.curation.SdkPreset} understands them when they are to be used.
 */
record PresetDefinition(
        @JsonProperty("local_filters") Map<UUID, Filters> local,
        @JsonProperty("global_filters") Filters global) {

    private static final UUID ANY_FOLDER = new UUID(0, 0);

    record Filters(List<JsonNode> filters) {}

    private record Given(
            @JsonProperty("local_filters") @Nullable Map<UUID, @Nullable GivenFilters> local,
            @JsonProperty("global_filters") @Nullable GivenFilters global) {}

    private record GivenFilters(@Nullable List<JsonNode> filters) {}

    private static Filters checked(@Nullable GivenFilters given) {
        var filters = given == null || given.filters() == null ? List.<JsonNode>of() : given.filters();
        if (!filters.stream().allMatch(JsonNode::isObject)) {
            throw invalid("A filter is an object.");
        }
        return new Filters(List.copyOf(filters));
    }

    /** What is left out is empty. */
    static PresetDefinition of(JsonNode definition) {
        return of(definition.toString());
    }

    static PresetDefinition of(String json) {
        try {
            var given = WireJson.read(json.getBytes(StandardCharsets.UTF_8), Given.class);
            var local = new LinkedHashMap<UUID, Filters>();
            if (given.local() != null) {
                given.local().forEach((folder, filters) -> local.put(folder, checked(filters)));
            }
            local.computeIfAbsent(ANY_FOLDER, any -> new Filters(List.of()));
            return new PresetDefinition(local, checked(given.global()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String json() {
        return WireJson.text(this);
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

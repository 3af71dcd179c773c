package io.accession.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.curation.MetricFilter;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a preset as the client writes them: those for all folders and those for one, where the nil UUID is all folders too. Filters are kept
 * as they are given; those that nothing here can evaluate are refused when they are to be used.
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

    /**
     * All that items of a folder have to pass.
     *
     * @throws RegistryException when one of them is of a kind that cannot be evaluated
     */
    List<MetricFilter> filtersIn(UUID folder) {
        var filters = new ArrayList<>(global.filters());
        local.forEach((where, more) -> {
            if (where.equals(ANY_FOLDER) || where.equals(folder)) {
                filters.addAll(more.filters());
            }
        });
        return filters.stream().map(PresetDefinition::metric).toList();
    }

    private static MetricFilter metric(JsonNode filter) {
        var metric = MetricFilter.Metric.find(filter.path("metric").asText());
        var bounds = filter.path("values");
        boolean isKnown = filter.path("type").asText().equals("metric")
                && filter.path("domain").asText("data").equals("data")
                && filter.path("include").isBoolean()
                && bounds.size() == 2
                && bounds.path(0).isNumber()
                && bounds.path(1).isNumber();
        if (!isKnown || metric.isEmpty()) {
            throw invalid("This server cannot evaluate the filter " + shortened(filter.toString())
                    + ". It evaluates metric_width, metric_height, metric_area and metric_aspect_ratio, as in"
                    + " {\"type\": \"metric\", \"metric\": \"metric_width\", \"domain\": \"data\", \"include\": true,"
                    + " \"values\": [640, 1920]}.");
        }
        return new MetricFilter(
                metric.get(),
                filter.path("include").asBoolean(),
                bounds.path(0).asDouble(),
                bounds.path(1).asDouble());
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

package io.accession.core.curation;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.schema.JsonValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The filters of a preset as the Encord SDK writes them (registration-facts.md §14).
 *
 * @param everywhere what all items have to pass
 * @param local what items in a folder and below it have to pass besides, by the folder
 */
public record SdkPreset(List<MetricFilter> everywhere, Map<UUID, List<MetricFilter>> local) {

    private static final UUID ANY_FOLDER = new UUID(0, 0);

    public SdkPreset {
        everywhere = List.copyOf(everywhere);
        local = Map.copyOf(local);
    }

    /**
     * Reads a definition that was kept.
     *
     * @throws RegistryException when one of its filters is of a kind that cannot be evaluated
     */
    public static SdkPreset read(String definition) {
        if (!(json(definition) instanceof Map<?, ?> object)) {
            throw invalid("A filter preset is an object.");
        }
        if (object.containsKey("filter")) {
            throw invalid("This preset is a filter of Accession's own language, which the Encord SDK does not speak.");
        }
        var everywhere = new ArrayList<>(filters(object.get("global_filters")));
        var local = new LinkedHashMap<UUID, List<MetricFilter>>();
        if (object.get("local_filters") instanceof Map<?, ?> folders) {
            folders.forEach((folder, filters) -> {
                var id = UUID.fromString(String.valueOf(folder));
                if (id.equals(ANY_FOLDER)) {
                    everywhere.addAll(filters(filters));
                } else {
                    local.put(id, filters(filters));
                }
            });
        }
        return new SdkPreset(everywhere, local);
    }

    /** All that items of a folder have to pass. */
    public List<MetricFilter> filtersIn(UUID folder) {
        var filters = new ArrayList<>(everywhere);
        filters.addAll(local.getOrDefault(folder, List.of()));
        return filters;
    }

    private static @Nullable Object json(String definition) {
        try {
            return JsonValues.read(definition);
        } catch (IOException e) {
            throw new RegistryException(new RegistryError.Invalid("The filter preset is not valid JSON."), e);
        }
    }

    private static List<MetricFilter> filters(@Nullable Object given) {
        return given instanceof Map<?, ?> object && object.get("filters") instanceof List<?> filters
                ? filters.stream().map(SdkPreset::metric).toList()
                : List.of();
    }

    private static MetricFilter metric(@Nullable Object given) {
        if (given instanceof Map<?, ?> filter
                && "metric".equals(filter.get("type"))
                && (filter.get("domain") == null || "data".equals(filter.get("domain")))
                && filter.get("include") instanceof Boolean include
                && filter.get("values") instanceof List<?> bounds
                && bounds.size() == 2
                && bounds.getFirst() instanceof Number low
                && bounds.getLast() instanceof Number high) {
            var metric = MetricFilter.Metric.find(String.valueOf(filter.get("metric")));
            if (metric.isPresent()) {
                return new MetricFilter(metric.get(), include, low.doubleValue(), high.doubleValue());
            }
        }
        throw invalid("This server cannot evaluate the filter " + shortened(String.valueOf(given))
                + ". It evaluates " + MetricFilter.Metric.all() + ", as in"
                + " {\"type\": \"metric\", \"metric\": \"metric_width\", \"domain\": \"data\", \"include\": true,"
                + " \"values\": [640, 1920]}.");
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

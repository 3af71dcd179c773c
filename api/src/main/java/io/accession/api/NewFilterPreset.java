package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A filter to be kept.
 *
 * @param filter in the filter language
 */
public record NewFilterPreset(String name, @Nullable String description, JsonNode filter) {}

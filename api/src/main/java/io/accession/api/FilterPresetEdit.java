package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * New values for a filter preset; null leaves what there is.
 *
 * @param filter in the filter language, in place of the one before, also of one that the Encord SDK made
 */
public record FilterPresetEdit(
        @Nullable String name,
        @Nullable String description,
        @Nullable JsonNode filter) {}

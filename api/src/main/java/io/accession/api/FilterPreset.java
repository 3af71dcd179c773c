package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter with a name, for the whole organisation. Searches name it by its id.
 *
 * @param filter in the filter language; null for one that the Encord SDK made
 * @param sdkFilters as the Encord SDK made it; null for one of our own
 */
public record FilterPreset(
        UUID id,
        String name,
        String description,
        @Nullable JsonNode filter,
        @Nullable JsonNode sdkFilters,
        Instant createdAt,
        Instant editedAt) {}

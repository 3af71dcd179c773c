package io.accession.server.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.server.http.Call;
import org.jspecify.annotations.Nullable;

/** Client metadata as requests bring it and answers show it. */
final class MetadataOnTheWire {

    private MetadataOnTheWire() {}

    /** As the catalogue takes it; null for null. */
    static @Nullable String text(@Nullable JsonNode metadata) throws JsonProcessingException {
        if (metadata == null || metadata.isNull()) {
            return null;
        }
        if (!metadata.isObject()) {
            throw Call.invalid("/clientMetadata", "Client metadata is an object of keys and values.");
        }
        return Json.strict().writeValueAsString(metadata);
    }

    /** An empty object for null. */
    static JsonNode shown(@Nullable String stored) {
        try {
            return stored == null
                    ? Json.strict().createObjectNode()
                    : Json.strict().readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the catalogue holds client metadata that is no JSON", e);
        }
    }
}

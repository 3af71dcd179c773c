package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of an item; null leaves what there is.
 *
 * @param clientMetadata an object
 * @param mode replaces when null
 */
public record ItemUpdate(
        @Nullable String title,
        @Nullable JsonNode clientMetadata,
        @Nullable MetadataMode mode) {

    /** The client metadata alone. */
    public static ItemUpdate of(JsonNode clientMetadata, MetadataMode mode) {
        return new ItemUpdate(null, clientMetadata, mode);
    }
}

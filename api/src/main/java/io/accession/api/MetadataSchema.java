package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The types of the keys of client metadata.
 *
 * @param version counts from 1; 0 while none was saved
 * @param savedBy the user's email
 * @param fields types by key, as the Encord SDK writes them
 */
public record MetadataSchema(
        int version, @Nullable String savedBy, @Nullable Instant savedAt, JsonNode fields) {}

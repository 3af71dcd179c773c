package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The client metadata that an item had until it was changed.
 *
 * @param replacedBy the user's e-mail address; null when that user is gone
 * @param jobId the upload job that brought the new metadata; null where somebody changed the item
 */
public record PastMetadata(
        Instant replacedAt,
        @Nullable String replacedBy,
        @Nullable UUID jobId,
        JsonNode clientMetadata) {}

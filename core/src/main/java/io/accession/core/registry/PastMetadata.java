package io.accession.core.registry;

import io.accession.core.domain.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The client metadata that an item had until it was changed.
 *
 * @param replacedBy the user's email; empty when that user is gone
 * @param job whose manifest brought the new metadata; null where somebody changed the item
 * @param clientMetadata a JSON object
 */
public record PastMetadata(
        Instant replacedAt, String replacedBy, @Nullable JobId job, String clientMetadata) {}

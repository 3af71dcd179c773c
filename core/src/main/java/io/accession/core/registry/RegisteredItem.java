package io.accession.core.registry;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.MediaFacts;
import io.accession.core.object.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One registered thing, whole but for its members.
 *
 * @param facts null for composites
 * @param clientMetadata a JSON object
 * @param creatorEmail empty when that user is gone
 * @param integration through which it was registered
 * @param provider who keeps what was registered through it; null without an integration, also when that was removed, and for the server's own directory
 * @param dataRows in how many rows of datasets it is
 */
public record RegisteredItem(
        ListedItem item,
        @Nullable MediaFacts facts,
        String clientMetadata,
        String creatorEmail,
        Instant editedAt,
        @Nullable IntegrationId integration,
        @Nullable Provider provider,
        int dataRows) {}

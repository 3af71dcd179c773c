package io.accession.core.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token as its owner sees it after it was shown.
 *
 * @param lastUsedAt to the minute; null: never
 * @param expiresAt null: never
 */
public record KnownToken(
        UUID id,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt) {}

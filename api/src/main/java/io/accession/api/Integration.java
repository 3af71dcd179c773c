package io.accession.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer's storage and how it is reached. Secrets are never part of it.
 *
 * @param role what the asker is in it: {@code admin} or {@code user}
 */
public record Integration(
        UUID id,
        String title,
        IntegrationSettings settings,
        boolean strictClientOnly,
        boolean allowPrivateNetwork,
        int signedUrlLifetimeSeconds,
        String role,
        Instant createdAt) {}

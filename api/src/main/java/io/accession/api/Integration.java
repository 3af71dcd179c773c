package io.accession.api;

import java.time.Instant;
import java.util.UUID;

/** A customer's storage and how it is reached. Secrets are never part of it. */
public record Integration(
        UUID id,
        String title,
        IntegrationSettings settings,
        boolean strictClientOnly,
        boolean allowPrivateNetwork,
        int signedUrlLifetimeSeconds,
        Instant createdAt) {}

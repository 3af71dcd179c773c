package io.accession.api;

import org.jspecify.annotations.Nullable;

/** A storage integration to be created. The server chooses the lifetime of signed URLs when it is null. */
public record NewIntegration(
        String title,
        NewIntegrationSettings settings,
        boolean strictClientOnly,
        boolean allowPrivateNetwork,
        @Nullable Integer signedUrlLifetimeSeconds) {}

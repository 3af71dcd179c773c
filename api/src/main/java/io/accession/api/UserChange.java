package io.accession.api;

import org.jspecify.annotations.Nullable;

/** New values for a user; null leaves what there is. */
public record UserChange(
        @Nullable String name,
        @Nullable Boolean admin,
        @Nullable Boolean active) {}

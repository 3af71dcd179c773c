package io.accession.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new API token. This is the only time that it is shown. */
public record IssuedToken(UUID id, @Nullable String name, Secret token, Instant createdAt) {}

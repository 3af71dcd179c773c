package io.accession.core.registry;

import java.time.Instant;
import java.util.UUID;

/** A new API token, the only time that it is shown. */
public record IssuedToken(UUID id, String name, ApiToken token, Instant createdAt) {}

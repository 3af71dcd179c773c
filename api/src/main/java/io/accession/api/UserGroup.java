package io.accession.api;

import java.time.Instant;
import java.util.UUID;

/** Users who get their roles together. */
public record UserGroup(UUID id, String name, String description, Instant createdAt) {}

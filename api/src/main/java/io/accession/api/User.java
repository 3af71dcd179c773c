package io.accession.api;

import java.time.Instant;
import java.util.UUID;

/** Somebody who may use this server. */
public record User(UUID id, String email, boolean admin, Instant createdAt) {}

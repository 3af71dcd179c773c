package io.accession.api;

import java.time.Instant;
import java.util.UUID;

/** Somebody who may use this server. {@code name} is empty where nobody said; nothing lets in who is not {@code active}. */
public record User(UUID id, String email, String name, boolean admin, boolean active, Instant createdAt) {}

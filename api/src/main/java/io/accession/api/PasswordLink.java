package io.accession.api;

import java.time.Instant;

/** Where a user sets a password, once. */
public record PasswordLink(Secret url, Instant expiresAt) {}

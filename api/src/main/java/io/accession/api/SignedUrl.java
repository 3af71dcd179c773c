package io.accession.api;

import java.time.Instant;

/** Where anybody can fetch an item's object until it expires. Made without asking the storage. */
public record SignedUrl(String url, Instant expiresAt) {}

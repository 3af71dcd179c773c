package io.accession.api;

import java.time.Instant;
import java.util.UUID;

/** An item in a dataset, since {@code createdAt}. */
public record DataRow(UUID id, ItemSummary item, Instant createdAt) {}

package io.accession.core.registry;

import io.accession.core.domain.DataRowId;
import java.time.Instant;

/** An item in a dataset, since {@code createdAt}. Its title and its metadata are those of the item. */
public record DataRow(DataRowId id, RegisteredItem item, Instant createdAt) {}

package io.accession.core.schema;

import java.time.Instant;
import java.util.UUID;

/**
 * A schema as it was saved once.
 *
 * @param number counts from 1
 * @param savedBy the user's email; empty when that user is gone
 */
public record SchemaVersion(int number, UUID id, MetadataSchema schema, String savedBy, Instant savedAt) {}

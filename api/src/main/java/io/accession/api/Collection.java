package io.accession.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Items that were picked out of a folder at the top and those below it.
 *
 * @param folderId the folder at the top
 */
public record Collection(
        UUID id, UUID folderId, String name, String description, Instant createdAt, Instant editedAt) {}

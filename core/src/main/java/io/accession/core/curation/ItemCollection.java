package io.accession.core.curation;

import io.accession.core.domain.FolderId;
import java.time.Instant;
import java.util.UUID;

/** Items that were picked out of a folder at the top and those below it. */
public record ItemCollection(
        UUID id, FolderId folder, String name, String description, Instant createdAt, Instant editedAt) {}

package io.accession.core.job;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.JobId;
import io.accession.core.domain.JobMode;
import io.accession.core.domain.UserId;
import java.time.Instant;

/**
 * What was agreed when a job was accepted; it never changes.
 *
 * @param createdAt also the creation time of the job's items
 */
public record JobTerms(
        JobId id,
        FolderId folder,
        IntegrationId integration,
        UserId user,
        JobMode mode,
        boolean skipDuplicates,
        boolean upsertMetadata,
        Instant createdAt) {}

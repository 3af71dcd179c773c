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
 * @param looksAgain what the folder holds is looked at again where duplicates are skipped, and its media facts are brought up to date
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
        boolean looksAgain,
        Instant createdAt) {

    public JobTerms lookingAgain() {
        return new JobTerms(id, folder, integration, user, mode, skipDuplicates, upsertMetadata, true, createdAt);
    }
}

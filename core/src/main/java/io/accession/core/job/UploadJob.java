package io.accession.core.job;

import io.accession.core.domain.DatasetId;
import io.accession.core.domain.JobState;
import io.accession.core.manifest.ManifestWarning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run through a manifest, as it stands now.
 *
 * @param dataset whose rows the items become, besides lying in the folder; null for none
 * @param message why the job ended as it did, where its counts do not say it
 */
public record UploadJob(
        JobTerms terms,
        String folderName,
        @Nullable String fileName,
        @Nullable DatasetId dataset,
        JobState state,
        JobPhase phase,
        boolean cancelling,
        @Nullable String message,
        @Nullable Instant endedAt,
        int urls,
        JobCounts counts,
        List<ManifestWarning> warnings) {

    public UploadJob {
        warnings = List.copyOf(warnings);
    }
}

package io.accession.server.rest;

import io.accession.api.UploadJob;
import io.accession.api.Warning;
import io.accession.core.domain.JobMode;
import io.accession.core.job.JobCounts;
import io.accession.core.manifest.ManifestWarning;
import java.util.List;

/** Upload jobs as answers show them. */
final class JobOnTheWire {

    private JobOnTheWire() {}

    /** {@code createdBy} is the e-mail address of the job's sender. */
    static UploadJob shown(io.accession.core.job.UploadJob job, String createdBy) {
        var terms = job.terms();
        var dataset = job.dataset();
        return new UploadJob(
                terms.id().value(),
                UploadJob.State.valueOf(job.state().name()),
                UploadJob.Phase.valueOf(job.phase().name()),
                terms.folder().value(),
                job.folderName(),
                terms.integration().value(),
                dataset == null ? null : dataset.value(),
                job.fileName(),
                terms.mode() == JobMode.TOLERANT,
                terms.skipDuplicates(),
                terms.upsertMetadata(),
                terms.createdAt(),
                createdBy,
                job.endedAt(),
                counts(job.counts()),
                new UploadJob.Cost(job.counts().requests(), job.counts().bytesRead()),
                warnings(job.warnings()),
                job.message());
    }

    private static UploadJob.Counts counts(JobCounts counts) {
        return new UploadJob.Counts(
                counts.entries(),
                counts.planned(),
                counts.known(),
                counts.trusted(),
                counts.toProbe(),
                counts.probed(),
                counts.registered(),
                counts.metadataUpdated(),
                counts.repeated(),
                counts.failed(),
                counts.cancelled());
    }

    static List<Warning> warnings(List<ManifestWarning> warnings) {
        return warnings.stream()
                .map(warning -> new Warning(
                        warning.code(), warning.message(), warning.count(), warning.line(), warning.column()))
                .toList();
    }
}

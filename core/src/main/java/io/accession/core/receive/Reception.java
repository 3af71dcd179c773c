package io.accession.core.receive;

import io.accession.core.domain.JobId;
import io.accession.core.job.JobTerms;
import io.accession.core.manifest.ManifestForm;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.manifest.ManifestReader;
import io.accession.core.manifest.ManifestSummary;
import io.accession.core.manifest.ManifestWarning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Receives manifests. An id that was answered survives everything; a manifest whose id was not answered leaves nothing. Safe for
 * use by many threads; memory does not grow with the manifest but for about 50 bytes per entry.
 */
public final class Reception {

    private final ManifestReader reader;
    private final Path spoolDirectory;
    private final JobIntake intake;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** {@code ids} gives UUIDv7s. */
    public Reception(ManifestLimits limits, Path spoolDirectory, JobIntake intake, Supplier<UUID> ids, Clock clock) {
        this.reader = new ManifestReader(limits);
        this.spoolDirectory = spoolDirectory;
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@link #receive(UploadRequest, ManifestForm, InputStream)} for a manifest that is one JSON document. */
    public JobId receive(UploadRequest request, InputStream body) throws IOException {
        return receive(request, ManifestForm.JSON, body);
    }

    /**
     * Reads the manifest to its end and stores it as a job.
     *
     * @throws io.accession.core.domain.RegistryException when the manifest is wrong, too large, or cannot be stored
     * @throws IOException when the body ends early
     */
    public JobId receive(UploadRequest request, ManifestForm form, InputStream body) throws IOException {
        try (var manifest = read(request, form, body)) {
            intake.store(manifest.job(), manifest.slices());
            return manifest.job().terms().id();
        }
    }

    /** Reads the manifest to its end and stores nothing. The caller closes it. */
    public ReceivedManifest read(UploadRequest request, ManifestForm form, InputStream body) throws IOException {
        var spool = new SliceSpool(spoolDirectory);
        try (var slicing = new Slicing(spool, request.addressing())) {
            var summary = reader.read(form, body, slicing);
            slicing.finish();
            return new ReceivedManifest(job(request, summary, slicing), spool);
        } catch (Throwable e) {
            spool.close();
            throw e;
        }
    }

    private NewJob job(UploadRequest request, ManifestSummary summary, Slicing slicing) {
        var terms = new JobTerms(
                new JobId(ids.get()),
                request.folder(),
                request.integration(),
                request.user(),
                request.mode(),
                summary.skipDuplicateUrls(),
                summary.upsertMetadata() && summary.skipDuplicateUrls(),
                false,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new NewJob(
                terms,
                request.folderName(),
                request.fileName(),
                summary.entries(),
                summary.urls(),
                warnings(summary, slicing));
    }

    private static List<ManifestWarning> warnings(ManifestSummary summary, Slicing slicing) {
        var warnings = new ArrayList<>(summary.warnings());
        if (summary.skipDuplicateUrls()) {
            slicing.disagreement().ifPresent(warnings::add);
        }
        return warnings;
    }
}

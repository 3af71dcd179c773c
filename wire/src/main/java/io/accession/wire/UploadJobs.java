package io.accession.wire;

import io.accession.core.domain.JobId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.hosted.HostedObject;
import io.accession.core.hosted.HostedUploads;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.job.JobItem;
import io.accession.core.job.Jobs;
import io.accession.core.job.UploadJob;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.receive.Reception;
import io.accession.core.receive.UploadRequest;
import io.accession.core.registry.Folder;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Principal;
import io.accession.core.work.Endings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Upload jobs, whichever half of the protocol asks for them. Who may see them is the caller's business. */
public final class UploadJobs {

    private static final Duration CANCELLATION = Duration.ofSeconds(10);
    private static final int TIME_ORDERED = 7;

    private final Integrations integrations;
    private final HostedUploads hosted;
    private final Reception reception;
    private final Jobs jobs;
    private final Endings<JobId> endings;
    private final ManifestLimits limits;
    private final Path spool;

    /** Bodies are kept in the directory {@code spool} while they are read. */
    public UploadJobs(
            Integrations integrations,
            HostedUploads hosted,
            Reception reception,
            Jobs jobs,
            Endings<JobId> endings,
            ManifestLimits limits,
            Path spool) {
        this.integrations = integrations;
        this.hosted = hosted;
        this.reception = reception;
        this.jobs = jobs;
        this.endings = endings;
        this.limits = limits;
        this.spool = spool;
    }

    SpooledBody spool(InputStream body) throws IOException {
        return SpooledBody.write(spool, limits.manifestBytes(), body);
    }

    /** {@code body} is what {@code upload} was read from. */
    JobId receive(Principal asking, Folder folder, UploadBody upload, SpooledBody body) throws IOException {
        var part = upload.manifest();
        var named = upload.integration();
        if (!upload.isTyped() && named != null) {
            var integration = integrations.read(asking, named).integration();
            return reception.receive(request(asking, folder, integration, upload), body.read(part.from(), part.to()));
        }
        var uploaded = new HashSet<HostedObject>();
        try (var manifest = SpooledBody.write(
                spool,
                out -> uploaded.addAll(TypedItems.translate(body.read(part.from(), part.to()), out, named == null)))) {
            var integration = named == null
                    ? hosted.keep(asking, folder.id(), uploaded)
                    : integrations.read(asking, named).integration();
            return reception.receive(request(asking, folder, integration, upload), manifest.read());
        }
    }

    private static UploadRequest request(
            Principal asking, Folder folder, StorageIntegration integration, UploadBody upload) {
        return new UploadRequest(
                folder.id(),
                folder.name(),
                integration.id(),
                integration.addressing(),
                asking.id(),
                upload.mode(),
                upload.fileName());
    }

    Optional<UploadJob> find(UUID id) {
        return id.version() == TIME_ORDERED ? jobs.find(new JobId(id)) : Optional.empty();
    }

    static RegistryException unknown(UUID id) {
        return new RegistryException(new RegistryError.NotFoundOrForbidden("upload job", id.toString()));
    }

    void await(JobId job, Duration patience) {
        LongPoll.await(endings, job, patience);
    }

    void cancel(JobId job, Principal asking) {
        jobs.cancel(job, asking.id());
        await(job, CANCELLATION);
    }

    JobAnswer answer(UploadJob job) {
        return new JobAnswer(jobs, job, limits);
    }

    void forEachItem(JobId job, Consumer<JobItem> consumer) {
        jobs.forEachItem(job, consumer);
    }
}

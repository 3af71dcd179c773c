package io.accession.wire;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.job.JobEndings;
import io.accession.core.job.Jobs;
import io.accession.core.job.UploadJob;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.receive.Reception;
import io.accession.core.receive.UploadRequest;
import io.accession.core.registry.Folder;
import io.accession.core.registry.Folders;
import io.accession.core.registry.Integrations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Upload jobs. */
public final class UploadCalls {

    private static final String JOBS = "storage/folders/{folder}/data-upload-jobs";

    /** The client asks for a week and would break off after three minutes. */
    private static final Duration LONGEST_POLL = Duration.ofSeconds(60);

    private static final Duration CANCELLATION = Duration.ofSeconds(10);
    private static final int TIME_ORDERED = 7;

    private final Folders folders;
    private final Integrations integrations;
    private final Reception reception;
    private final Jobs jobs;
    private final JobEndings endings;
    private final ManifestLimits limits;
    private final Path spool;

    /** Bodies are kept in the directory {@code spool} while they are read. */
    public UploadCalls(
            Folders folders,
            Integrations integrations,
            Reception reception,
            Jobs jobs,
            JobEndings endings,
            ManifestLimits limits,
            Path spool) {
        this.folders = folders;
        this.integrations = integrations;
        this.reception = reception;
        this.jobs = jobs;
        this.endings = endings;
        this.limits = limits;
        this.spool = spool;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post(JOBS, this::start).streamed(),
                WireRoute.get(JOBS + "/{job}", this::poll),
                WireRoute.post(JOBS + "/{job}/cancel", this::cancel).repeated());
    }

    private WireAnswer start(WireCall call) throws IOException {
        var folder = folders.readToChange(call.asking(), call.folder());
        try (var body = SpooledBody.write(spool, out -> call.body().transferTo(out))) {
            return call.json(receive(call, folder, body).value());
        }
    }

    private JobId receive(WireCall call, Folder folder, SpooledBody body) throws IOException {
        var upload = UploadBody.read(body);
        var integration = integrations.read(call.asking(), upload.integration()).integration();
        var request = new UploadRequest(
                folder.id(),
                folder.name(),
                integration.id(),
                integration.addressing(),
                call.asking().id(),
                upload.mode(),
                upload.fileName());
        var part = upload.manifest();
        if (!upload.isTyped()) {
            return reception.receive(request, body.read(part.from(), part.to()));
        }
        try (var manifest =
                SpooledBody.write(spool, out -> TypedItems.translate(body.read(part.from(), part.to()), out))) {
            return reception.receive(request, manifest.read());
        }
    }

    private WireAnswer poll(WireCall call) {
        var job = job(call);
        await(job.terms().id(), patience(call));
        return new WireAnswer.Streamed(new JobAnswer(jobs, job(call), limits));
    }

    /** A server that stops answers at once; the client asks again. */
    private void await(JobId job, Duration patience) {
        try {
            endings.await(job, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration patience(WireCall call) {
        var wanted = Duration.ofSeconds(call.queryNumber("timeoutSeconds").orElse((int) LONGEST_POLL.toSeconds()));
        return wanted.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : wanted;
    }

    private record Cancelled(int unitsCancelledCount) {}

    private WireAnswer cancel(WireCall call) {
        folders.readToChange(call.asking(), call.folder());
        var job = job(call).terms().id();
        jobs.cancel(job, call.asking().id());
        await(job, CANCELLATION);
        return call.json(new Cancelled(job(call).counts().cancelled()));
    }

    /** Whoever may look into the folder may watch its jobs. */
    private UploadJob job(WireCall call) {
        FolderId folder = folders.read(call.asking(), call.folder()).id();
        UUID id = call.pathId("job");
        if (id.version() == TIME_ORDERED) {
            var job = jobs.find(new JobId(id));
            if (job.isPresent() && job.get().terms().folder().equals(folder)) {
                return job.get();
            }
        }
        throw new RegistryException(new RegistryError.NotFoundOrForbidden("upload job", id.toString()));
    }
}

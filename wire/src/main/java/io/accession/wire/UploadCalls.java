package io.accession.wire;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.JobState;
import io.accession.core.job.UploadJob;
import io.accession.core.registry.Folders;
import java.io.IOException;
import java.util.List;

/** Upload jobs. */
public final class UploadCalls {

    private static final String JOBS = "storage/folders/{folder}/data-upload-jobs";

    private final Folders folders;
    private final UploadJobs uploads;

    public UploadCalls(Folders folders, UploadJobs uploads) {
        this.folders = folders;
        this.uploads = uploads;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post(JOBS, this::start).streamed(),
                WireRoute.get(JOBS + "/{job}", this::poll),
                WireRoute.post(JOBS + "/{job}/cancel", this::cancel).repeated());
    }

    private WireAnswer start(WireCall call) throws IOException {
        var folder = folders.readToChange(call.asking(), call.folder());
        try (var body = uploads.spool(call.body())) {
            return call.json(uploads.receive(call.asking(), folder, UploadBody.read(body), body)
                    .value());
        }
    }

    private WireAnswer poll(WireCall call) {
        var job = job(call);
        if (job.state() == JobState.PENDING) {
            uploads.await(job.terms().id(), LongPoll.patience(call));
            job = job(call);
        }
        return new WireAnswer.Streamed(uploads.answer(job));
    }

    private record Cancelled(int unitsCancelledCount) {}

    private WireAnswer cancel(WireCall call) {
        folders.readToChange(call.asking(), call.folder());
        var job = job(call).terms().id();
        uploads.cancel(job, call.asking());
        return call.json(new Cancelled(job(call).counts().cancelled()));
    }

    /** Whoever may look into the folder may watch its jobs. */
    private UploadJob job(WireCall call) {
        FolderId folder = folders.read(call.asking(), call.folder()).id();
        var id = call.pathId("job");
        return uploads.find(id)
                .filter(job -> job.terms().folder().equals(folder))
                .orElseThrow(() -> UploadJobs.unknown(id));
    }
}

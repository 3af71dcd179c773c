package io.accession.wire;

import io.accession.core.domain.FolderId;
import io.accession.core.sync.SyncRun;
import io.accession.core.sync.SyncRunId;
import io.accession.core.sync.SyncedFolders;
import io.accession.core.work.Endings;
import java.util.List;
import java.util.Locale;

/** Syncs of cloud-synced folders. The client spells the two paths differently. */
public final class SyncCalls {

    private final SyncedFolders synced;
    private final Endings<SyncRunId> endings;

    public SyncCalls(SyncedFolders synced, Endings<SyncRunId> endings) {
        this.synced = synced;
        this.endings = endings;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post("storage/folders/{folder}/cloud-synced-folder-syncs", this::start),
                WireRoute.get("storage/folders/{folder}/cloud-linked-folder-syncs/{sync}/long-polling", this::poll));
    }

    private WireAnswer start(WireCall call) {
        return call.json(synced.start(call.asking(), call.folder()).run().id().value());
    }

    private WireAnswer poll(WireCall call) {
        FolderId folder = call.folder();
        var sync = new SyncRunId(call.pathId("sync"));
        synced.read(call.asking(), folder, sync);
        LongPoll.await(endings, sync, LongPoll.patience(call));
        return call.json(SyncResult.of(synced.read(call.asking(), folder, sync)));
    }

    private record SyncResult(
            String status,
            long scanPagesProcessingPending,
            long scanPagesProcessingDone,
            long scanPagesProcessingError,
            long scanPagesProcessingCancelled,
            long uploadJobsPending,
            long uploadJobsDone,
            long uploadJobsError,
            long uploadJobsUnitsPending,
            long uploadJobsUnitsDone,
            long uploadJobsUnitsError,
            long uploadJobsUnitsCancelled) {

        static SyncResult of(SyncRun run) {
            var pages = run.pages();
            var jobs = run.uploadJobs();
            var units = run.units();
            return new SyncResult(
                    run.state().name().toLowerCase(Locale.ROOT),
                    pages.pending(),
                    pages.done(),
                    pages.error(),
                    pages.cancelled(),
                    jobs.pending(),
                    jobs.done(),
                    jobs.error(),
                    units.pending(),
                    units.done(),
                    units.error(),
                    units.cancelled());
        }
    }
}

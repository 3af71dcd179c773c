package io.accession.server.rest;

import io.accession.api.SyncRun;
import io.accession.api.UploadJob;
import io.accession.core.sync.SyncCounts;
import io.accession.core.sync.SyncWarning;

/** Syncs as the REST interface shows them. */
final class SyncOnTheWire {

    private SyncOnTheWire() {}

    static SyncRun shown(io.accession.core.sync.SyncRun run) {
        var failure = run.failure();
        return new SyncRun(
                run.id().value(),
                run.folder().value(),
                UploadJob.State.valueOf(run.state().name()),
                SyncRun.Phase.valueOf(run.phase().name()),
                run.createdAt(),
                run.endedAt(),
                shown(run.pages()),
                shown(run.uploadJobs()),
                shown(run.units()),
                shown(run.counts()),
                run.warnings().stream().map(SyncOnTheWire::shown).toList(),
                failure == null ? null : failure.code().name(),
                failure == null ? null : failure.message());
    }

    private static SyncRun.Layer shown(io.accession.core.sync.SyncRun.Layer layer) {
        return new SyncRun.Layer(layer.pending(), layer.done(), layer.error(), layer.cancelled());
    }

    private static SyncRun.Counts shown(SyncCounts counts) {
        return new SyncRun.Counts(
                counts.listed(),
                counts.unsupported(),
                counts.added(),
                counts.changed(),
                counts.vanished(),
                counts.returned(),
                counts.sidecars());
    }

    private static SyncRun.Warning shown(SyncWarning warning) {
        return new SyncRun.Warning(warning.code(), warning.key(), warning.message());
    }
}

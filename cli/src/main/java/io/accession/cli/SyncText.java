package io.accession.cli;

import io.accession.api.FolderSync;
import io.accession.api.SyncRun;
import java.util.stream.Collectors;

/** Syncs as people read them. */
final class SyncText {

    private SyncText() {}

    static String of(FolderSync sync) {
        var facts = new Facts()
                .add("Follows", sync.url())
                .add("Integration", sync.integrationId())
                .add("Every 24 hours", sync.daily())
                .add("Metadata suffix", sync.metadataSuffix());
        var last = sync.lastRun();
        return last == null ? facts.add("Last sync", "never").text() : facts.text() + "\n" + of(last);
    }

    static String of(SyncRun run) {
        var counts = run.counts();
        var facts = new Facts()
                .add("Sync", run.id())
                .add("State", run.state() + (run.endedAt() == null ? ", " + run.phase() : ""))
                .add("Started", Moments.text(run.createdAt()))
                .add("Ended", run.endedAt() == null ? null : Moments.text(run.endedAt()))
                .add("Code", run.code())
                .add("Message", run.message())
                .add("Pages", layer(run.pages()))
                .add("Upload jobs", layer(run.uploadJobs()))
                .add("Units", layer(run.units()))
                .add("Objects", counts.listed())
                .addCount("  new", counts.added())
                .addCount("  changed", counts.changed())
                .addCount("  vanished", counts.vanished())
                .addCount("  returned", counts.returned())
                .addCount("  not taken", counts.unsupported())
                .addCount("  sidecars", counts.sidecars());
        return facts.text()
                + run.warnings().stream()
                        .map(warning -> "Warning " + warning.code() + ": " + Terminals.printable(warning.key()) + ": "
                                + Terminals.printable(warning.message()) + "\n")
                        .collect(Collectors.joining());
    }

    private static String layer(SyncRun.Layer layer) {
        return layer.done() + " done, " + layer.pending() + " pending, " + layer.error() + " failed, "
                + layer.cancelled() + " cancelled";
    }
}

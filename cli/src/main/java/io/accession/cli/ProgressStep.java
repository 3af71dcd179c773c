package io.accession.cli;

import io.accession.api.UploadJob;
import java.util.Locale;

/** How far an upload job is within its phase. */
public record ProgressStep(UploadJob.Phase phase, long done, long all, long failed) {

    public static ProgressStep of(UploadJob job) {
        var counts = job.counts();
        return switch (job.phase()) {
            case PLANNING -> new ProgressStep(job.phase(), counts.planned(), counts.entries(), counts.failed());
            case PROBING -> new ProgressStep(job.phase(), counts.probed(), counts.toProbe(), counts.failed());
            case RENDERING, PROMOTING, ENDED ->
                new ProgressStep(job.phase(), counts.registered(), promoted(counts), counts.failed());
        };
    }

    private static long promoted(UploadJob.Counts counts) {
        return Math.max(
                counts.registered(),
                counts.entries() - counts.known() - counts.duplicatesInManifest() - counts.failed());
    }

    double share() {
        return all == 0 ? 0 : Math.clamp((double) done / all, 0, 1);
    }

    String title() {
        return switch (phase) {
            case PLANNING -> "Planning";
            case PROBING -> "Probing";
            case RENDERING -> "Rendering";
            case PROMOTING, ENDED -> "Registering";
        };
    }

    String counts() {
        return String.format(Locale.ROOT, "%,d of %,d", done, all) + failures();
    }

    private String failures() {
        return failed == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", failed);
    }

    public String text() {
        return title() + ": " + counts();
    }
}

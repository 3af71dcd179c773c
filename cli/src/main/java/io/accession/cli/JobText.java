package io.accession.cli;

import io.accession.api.PlanReport;
import io.accession.api.UploadJob;
import io.accession.api.Warning;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Upload jobs and plans in words. */
final class JobText {

    private static final int SHOWN_PROBLEMS = 20;

    private JobText() {}

    static String of(UploadJob job) {
        var counts = job.counts();
        return new Facts()
                        .add("Upload job", job.id())
                        .add("Manifest", job.fileName())
                        .add("Folder", job.folderName())
                        .add("State", state(job))
                        .add("Why", job.message())
                        .add("Created", Moments.text(job.createdAt()) + " by " + job.createdBy())
                        .add("Ended", job.endedAt() == null ? null : Moments.text(job.endedAt()))
                        .add("Entries", counts.entries())
                        .add("  registered", counts.registered())
                        .addCount("  already known", counts.known())
                        .addCount("  metadata updated", counts.metadataUpdated())
                        .addCount("  twice in manifest", counts.duplicatesInManifest())
                        .addCount("  cancelled", counts.cancelled())
                        .add("  failed", counts.failed())
                        .add("Read from storage", bytes(job.cost().bytes()) + " in " + requests(job.cost()))
                        .text()
                + warnings(job.warnings());
    }

    private static String state(UploadJob job) {
        return job.state() == UploadJob.State.PENDING
                ? "pending, " + job.phase().name().toLowerCase(Locale.ROOT)
                : job.state().name().toLowerCase(Locale.ROOT);
    }

    private static String requests(UploadJob.Cost cost) {
        return String.format(Locale.ROOT, "%,d request%s", cost.requests(), cost.requests() == 1 ? "" : "s");
    }

    static String of(PlanReport plan) {
        return new Facts()
                        .add("Entries", plan.entries())
                        .add("URLs", plan.urls())
                        .add("New", plan.fresh())
                        .add("Known", plan.known())
                        .add("Metadata would change", plan.metadataWouldChange())
                        .add("To be probed", plan.toProbe())
                        .add("Twice in manifest", plan.duplicatesInManifest())
                        .add("Invalid", plan.invalid())
                        .text()
                + warnings(plan.warnings())
                + problems(plan);
    }

    private static String warnings(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> "Warning: %s (line %d, column %d%s)%n"
                        .formatted(
                                Terminals.printable(warning.message()),
                                warning.line(),
                                warning.column(),
                                warning.count() > 1 ? String.format(Locale.ROOT, ", %,d times", warning.count()) : ""))
                .collect(Collectors.joining());
    }

    private static String problems(PlanReport plan) {
        var shown = plan.problems().stream()
                .limit(SHOWN_PROBLEMS)
                .map(problem -> "  line %d, column %d%s: %s %s%n"
                        .formatted(
                                problem.line(),
                                problem.column(),
                                problem.pointer().isEmpty() ? "" : ", " + problem.pointer(),
                                problem.code(),
                                Terminals.printable(problem.message())))
                .collect(Collectors.joining());
        long left = plan.invalid() - Math.min(plan.problems().size(), SHOWN_PROBLEMS);
        return left > 0
                ? shown + String.format(Locale.ROOT, "  and %,d more (--json shows up to 1,000)%n", left)
                : shown;
    }

    /** Such as {@code 900 B} or {@code 12.3 MB}. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        var units = List.of("kB", "MB", "GB", "TB", "PB", "EB");
        double amount = bytes / 1_000.0;
        int unit = 0;
        for (; amount >= 999.95 && unit < units.size() - 1; unit++) {
            amount /= 1_000;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, units.get(unit));
    }
}

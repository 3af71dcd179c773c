package io.accession.core.plan;

import io.accession.core.manifest.ManifestWarning;
import java.util.List;

/** What a manifest would do. {@code problems} are the first 1,000 of those entries that would fail at once. */
public record PlanReport(
        int entries,
        int urls,
        int added,
        int known,
        int metadataWouldChange,
        int toProbe,
        int repeated,
        int invalid,
        List<NewUnit> problems,
        List<ManifestWarning> warnings) {

    public static final int PROBLEMS = 1_000;

    public PlanReport {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}

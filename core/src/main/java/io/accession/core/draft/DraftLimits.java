package io.accession.core.draft;

import io.accession.core.manifest.ManifestLimits;

/** How much one manifest may hold; what is more goes into another. */
public record DraftLimits(int entries, int urls) {

    public static DraftLimits of(ManifestLimits limits, boolean csv) {
        return csv
                ? new DraftLimits(limits.csvRows(), limits.csvRows())
                : new DraftLimits(limits.items(), limits.urls());
    }
}

package io.accession.core.manifest;

import java.util.List;

/** What a manifest said as a whole. */
public record ManifestSummary(
        boolean skipDuplicateUrls, boolean upsertMetadata, int entries, int urls, List<ManifestWarning> warnings) {

    public ManifestSummary {
        warnings = List.copyOf(warnings);
    }
}

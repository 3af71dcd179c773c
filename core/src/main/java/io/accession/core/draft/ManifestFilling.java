package io.accession.core.draft;

/** Says where one manifest is full and the next has to begin. */
final class ManifestFilling {

    private final DraftLimits limits;
    private int manifests;
    private long entries;
    private long urls;

    ManifestFilling(DraftLimits limits) {
        this.limits = limits;
    }

    /** Whether a manifest begins with this entry. */
    boolean add(int urlsOfIt) {
        boolean begins = manifests == 0 || entries + 1 > limits.entries() || urls + urlsOfIt > limits.urls();
        if (begins) {
            manifests++;
            entries = 0;
            urls = 0;
        }
        entries++;
        urls += urlsOfIt;
        return begins;
    }

    int manifests() {
        return manifests;
    }
}

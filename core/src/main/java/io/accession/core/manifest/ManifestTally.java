package io.accession.core.manifest;

import io.accession.core.domain.RegistryException;

/** Counts the entries of one manifest and their URLs, up to the limits. */
final class ManifestTally {

    private final ManifestLimits limits;
    private int entries;
    private int urls;

    ManifestTally(ManifestLimits limits) {
        this.limits = limits;
    }

    void addEntry(EntryPosition position) {
        if (++entries > limits.items()) {
            throw tooMany("entries", limits.items(), position);
        }
    }

    void addUrls(int count, EntryPosition position) {
        urls += count;
        if (urls > limits.urls()) {
            throw tooMany("URLs", limits.urls(), position);
        }
    }

    int entries() {
        return entries;
    }

    int urls() {
        return urls;
    }

    static RegistryException tooMany(String what, int limit, EntryPosition position) {
        String pointer = position.pointer().isEmpty() ? "" : " (" + position.pointer() + ")";
        return ManifestFaults.tooLarge("The manifest has more than " + Wording.count(limit) + " " + what
                + ", the most that one may have; the limit is crossed at line " + Wording.count(position.line())
                + ", column " + Wording.count(position.column()) + pointer
                + ". Split it and register the parts one by one.");
    }
}

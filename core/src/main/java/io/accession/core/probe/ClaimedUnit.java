package io.accession.core.probe;

import io.accession.core.manifest.ManifestEntry;
import io.accession.core.object.IdentityHash;

/**
 * A unit that one worker looks at until its lease ends.
 *
 * @param attempt counts from 1; it also fences: what a worker finds out counts only while no other has claimed the unit since
 */
public record ClaimedUnit(
        int ordinal, int sliceNumber, int slot, IdentityHash identity, ManifestEntry entry, int attempt) {

    public ClaimedUnit with(ManifestEntry whole) {
        return new ClaimedUnit(ordinal, sliceNumber, slot, identity, whole, attempt);
    }
}

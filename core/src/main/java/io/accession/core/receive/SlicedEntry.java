package io.accession.core.receive;

import io.accession.core.domain.Failure;
import io.accession.core.manifest.EntryPosition;
import io.accession.core.manifest.RawJson;
import io.accession.core.object.IdentityHash;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a slice.
 *
 * @param ordinal counts the manifest's entries from 0
 * @param slot the first of the item numbers that belong to the entry: its own, then one per object of a composite
 * @param identity null for an entry that failed
 * @param repeats the ordinal of the first entry with the same identity; -1 for a first one
 * @param failure why the entry failed at receive
 * @param raw the entry as given
 */
public record SlicedEntry(
        int ordinal,
        int slot,
        EntryPosition position,
        @Nullable IdentityHash identity,
        int repeats,
        @Nullable Failure failure,
        RawJson raw) {}

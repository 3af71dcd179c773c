package io.accession.core.sync;

import java.util.UUID;

/** The id of one run of a folder's sync. */
public record SyncRunId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}

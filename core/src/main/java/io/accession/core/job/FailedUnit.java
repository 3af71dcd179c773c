package io.accession.core.job;

import io.accession.core.domain.Failure;
import io.accession.core.domain.JobId;
import io.accession.core.manifest.EntryPosition;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * An entry that could not be registered, and why.
 *
 * @param entry as given, strict JSON
 */
public record FailedUnit(
        JobId job, int ordinal, EntryPosition position, String itemKind, String entry, Failure failure, int attempts) {

    /** Names the unit to whoever has to look it up; the same each time it is asked for. */
    public UUID subtask() {
        return UUID.nameUUIDFromBytes((job + "/" + ordinal).getBytes(StandardCharsets.UTF_8));
    }
}

package io.accession.core.job;

import io.accession.core.domain.Failure;
import io.accession.core.domain.JobId;
import io.accession.core.manifest.EntryPosition;

/**
 * An entry that could not be registered, and why.
 *
 * @param entry as given, strict JSON
 */
public record FailedUnit(
        JobId job, int ordinal, EntryPosition position, String itemKind, String entry, Failure failure, int attempts) {}

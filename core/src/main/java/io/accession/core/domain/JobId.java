package io.accession.core.domain;

import java.util.UUID;

/** The id of an upload job: a UUIDv7, because the ids of the items that a job makes are derived from its time. */
public record JobId(UUID value) {

    public JobId {
        if (value.version() != 7) {
            throw new IllegalArgumentException("a job id is a UUIDv7, got " + value);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.accession.core.domain;

/** {@code PENDING} is queued or running; the other three are final (registration-facts section 8). */
public enum JobState {
    PENDING,
    DONE,
    ERROR,
    CANCELLED
}

package io.accession.core.job;

/** What a job is busy with. */
public enum JobPhase {
    PLANNING,
    PROBING,
    RENDERING,
    PROMOTING,
    ENDED
}

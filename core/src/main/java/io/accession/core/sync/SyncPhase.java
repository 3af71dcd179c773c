package io.accession.core.sync;

/** What a sync is busy with. */
public enum SyncPhase {
    LISTING,
    /** Its upload jobs are at work. */
    REGISTERING,
    /** Sidecars with client metadata are read. */
    METADATA,
    /** Nothing is left to do. */
    FINISHING,
    ENDED
}

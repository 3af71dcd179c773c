package io.accession.core.sync;

/** What a sync is busy with. */
public enum SyncPhase {
    LISTING,
    /** Its upload jobs are at work. */
    REGISTERING,
    /** Sidecars with client metadata are read. */
    METADATA,
    /** The upload jobs that bring the sidecars' metadata are at work. */
    FINISHING,
    ENDED
}

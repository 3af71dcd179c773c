package io.accession.core.domain;

/** What one bad entry does to the rest of its upload job. */
public enum JobMode {
    /** Sound entries become items as they are found; the job ends DONE with its failures listed. */
    TOLERANT,
    /** All entries become items at once, or none does. */
    ATOMIC
}

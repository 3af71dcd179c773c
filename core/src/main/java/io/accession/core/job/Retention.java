package io.accession.core.job;

import java.time.Clock;
import java.time.Duration;

/** Removes what ended jobs have kept for long enough. Doing it twice, or in two processes at once, changes nothing. */
public final class Retention {

    private final KeptEntries entries;
    private final Duration kept;
    private final Clock clock;

    /** {@code kept} counts from the end of a job. */
    public Retention(KeptEntries entries, Duration kept, Clock clock) {
        this.entries = entries;
        this.kept = kept;
        this.clock = clock;
    }

    /** In chunks, so that no transaction is long; ends early when the thread is interrupted. */
    public void removeOverdue() {
        var endedBefore = clock.instant().minus(kept);
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = entries.removeSome(endedBefore);
        }
    }
}

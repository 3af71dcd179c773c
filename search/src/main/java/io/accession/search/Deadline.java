package io.accession.search;

import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/** When a search has to have ended. */
final class Deadline implements QueryTimeout {

    private final Duration limit;
    private final long end;

    Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    Duration limit() {
        return limit;
    }

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - end > 0;
    }

    void check() {
        if (shouldExit()) {
            throw new PassedException();
        }
    }

    /** The search is given up. */
    static final class PassedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        PassedException() {
            super("the search took too long", null, false, false);
        }
    }
}

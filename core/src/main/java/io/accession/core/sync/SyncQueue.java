package io.accession.core.sync;

import io.accession.core.domain.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The runs that have a page to be listed. */
public interface SyncQueue {

    /** What is stored of one page. May be called again after a rollback. */
    @FunctionalInterface
    interface PageWork {
        void store(SyncTransaction transaction) throws IOException;
    }

    /**
     * Claims the next page of a run. A run that is far ahead of its upload jobs waits for them. When the lease ends, the page is due again.
     */
    Optional<SyncTurn> claim(Duration lease);

    /**
     * Calls for the page's work in a transaction that ends with the call; repeats it when an identity was taken meanwhile. Does nothing when somebody
     * else holds the page by now, or when run or folder are gone.
     */
    void store(SyncTurn turn, PageWork work) throws IOException;

    /**
     * The sidecars after the turn's key that have not been applied as they are now, in the order of their keys, at most so many.
     */
    List<Sidecar.Paired> listSidecars(SyncTurn turn, int limit);

    /** Lets the page wait before the next attempt. */
    void postpone(SyncTurn turn, Duration pause);

    void fail(SyncTurn turn, Failure failure);

    /** Moves one run on whose upload jobs have all ended; false when there is none. */
    boolean settleNext();
}

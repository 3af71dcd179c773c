package io.accession.core.plan;

import io.accession.core.receive.NewJob;
import io.accession.core.receive.SliceSpool;
import java.io.IOException;

/** The slices that wait to be planned. */
public interface SliceQueue {

    /** What is done with a slice. May be called again after a rollback. */
    @FunctionalInterface
    interface SliceWork {
        void plan(ClaimedSlice slice, SliceTransaction transaction);
    }

    /**
     * Hands one waiting slice over, in a transaction that ends with the call; repeats it when an identity was taken meanwhile. A worker
     * that dies gives its slice back with its connection. A slice whose work fails waits for
     * a while before it is handed over again. Jobs take turns: their first slices come first.
     *
     * @return whether a slice was waiting
     */
    boolean planNext(SliceWork work);

    /** Hands all slices of a job over as if it had been stored, in one transaction that is rolled back. */
    void rehearse(NewJob job, SliceSpool slices, SliceWork work) throws IOException;
}

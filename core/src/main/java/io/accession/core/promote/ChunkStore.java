package io.accession.core.promote;

import io.accession.core.probe.ProbedChunk;
import io.accession.core.probe.UnitOutcome;
import java.util.List;

/** Opens the transactions in which chunks are promoted. */
public interface ChunkStore {

    /** What is done with the outcomes that still count. May be called again after a rollback. */
    @FunctionalInterface
    interface ChunkWork {
        void promote(List<UnitOutcome> outcomes, ChunkTransaction transaction);
    }

    /**
     * Hands over those outcomes whose units nobody has claimed, cancelled or decided since, in a transaction that ends with the call;
     * repeats it when an identity was taken meanwhile. Hands nothing over when job or folder are gone.
     */
    void promote(ProbedChunk chunk, ChunkWork work);
}

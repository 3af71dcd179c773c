package io.accession.core.promote;

import io.accession.core.catalogue.CatalogueTransaction;
import io.accession.core.probe.ClaimedUnit;
import io.accession.core.probe.ProbedChunk;
import java.util.Map;

/** The transaction in which one chunk is promoted. It holds the job's and the folder's rows {@code FOR SHARE}. */
public interface ChunkTransaction extends CatalogueTransaction {

    /**
     * Writes results and counts down. {@code metadataUpdated} known items got new metadata.
     */
    void record(ProbedChunk chunk, Map<ClaimedUnit, UnitResult> results, int metadataUpdated);
}

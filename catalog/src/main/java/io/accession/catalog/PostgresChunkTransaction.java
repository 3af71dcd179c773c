package io.accession.catalog;

import io.accession.core.probe.ClaimedUnit;
import io.accession.core.probe.ProbedChunk;
import io.accession.core.promote.ChunkTransaction;
import io.accession.core.promote.UnitResult;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The transaction in which one chunk is promoted. */
final class PostgresChunkTransaction extends PostgresCatalogue implements ChunkTransaction {

    PostgresChunkTransaction(Handle handle) {
        super(handle);
    }

    @Override
    public void record(ProbedChunk chunk, Map<ClaimedUnit, UnitResult> results, int metadataUpdated) {
        var counting = new SliceCounting();
        var byOrdinal = new HashMap<Integer, UnitResult>();
        results.forEach((unit, result) -> {
            counting.add(unit.sliceNumber(), result, !chunk.rendered());
            byOrdinal.put(unit.ordinal(), result);
        });
        if (!results.isEmpty()) {
            UnitResults.record(handle, chunk.job(), byOrdinal);
            counting.record(handle, chunk.job());
        }
        SliceCounting.recordCost(
                handle,
                chunk.job(),
                chunk.outcomes().getFirst().unit().sliceNumber(),
                Map.of("requests", chunk.requests(), "bytesRead", chunk.bytesRead(), "metadataUpdated", (long)
                        metadataUpdated));
        Wakeup.send(handle);
    }
}

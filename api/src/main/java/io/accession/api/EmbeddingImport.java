package io.accession.api;

import java.util.List;

/**
 * What became of vectors that were sent in bulk.
 *
 * @param refused how many rows were not stored; {@code refusals} tells the first 1,000 of them
 */
public record EmbeddingImport(long rows, long stored, long refused, List<Refusal> refusals) {

    public EmbeddingImport {
        refusals = List.copyOf(refusals);
    }

    /** {@code row} counts from 1; {@code itemId} is as it was sent. */
    public record Refusal(long row, String itemId, String reason) {}
}

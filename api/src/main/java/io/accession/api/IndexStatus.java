package io.accession.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the search index is. Changes of the catalogue that it does not know yet are counted up to 100,000.
 *
 * @param answering what searches are answered from; null as long as the first index is being built
 * @param building what will answer when it has caught up; null when nothing is being built
 * @param problem why the index does not get on; null when it does
 * @param meaningProblem why it is not found out what items mean; null when nothing is in the way
 */
public record IndexStatus(
        @Nullable Answering answering,
        @Nullable Building building,
        @Nullable String problem,
        @Nullable String meaningProblem) {

    /**
     * The index that answers.
     *
     * @param schemaVersion of the metadata schema that it was built under; 0 for none
     * @param asOf whatever was there at that moment is found; null until the end of the changes was reached once since the server started
     * @param secondsBehind since then
     * @param bytes on the disk
     */
    public record Answering(
            int schemaVersion,
            long items,
            int itemsBehind,
            @Nullable Instant asOf,
            @Nullable Double secondsBehind,
            long bytes) {}

    /** The index that is being built; the figures mean the same. */
    public record Building(int schemaVersion, long items, int itemsBehind) {}
}

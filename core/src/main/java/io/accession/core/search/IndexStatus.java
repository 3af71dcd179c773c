package io.accession.core.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the index is.
 *
 * @param answering null as long as the first index is being built
 * @param building what will answer when it has caught up; null when nothing is being built
 * @param problem why it does not get on; null when it does
 */
public record IndexStatus(
        @Nullable Answering answering,
        @Nullable Building building,
        @Nullable String problem) {

    /** Changes are counted up to here. */
    public static final int MOST_BEHIND = 100_000;

    /**
     * The index that searches are answered from.
     *
     * @param schemaVersion of the metadata schema that values were understood by; 0 for none
     * @param itemsBehind changes of the catalogue that are not found yet; {@link #MOST_BEHIND} stands for that many or more
     * @param asOf whatever was committed before is found; null until the end of the feed was reached once since the start
     * @param bytes on the disk
     */
    public record Answering(
            int schemaVersion,
            long items,
            int itemsBehind,
            @Nullable Instant asOf,
            long bytes) {}

    /** Figures are as for the index that answers. */
    public record Building(int schemaVersion, long items, int itemsBehind) {}
}

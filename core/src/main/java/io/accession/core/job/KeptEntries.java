package io.accession.core.job;

import java.time.Instant;

/** The entries of ended jobs, which are kept for a while to tell what failed and to be posted again. */
public interface KeptEntries {

    /**
     * Removes some of what jobs keep that ended before a moment: the bodies of their slices, the ids of what they knew, their
     * units. The jobs themselves and their counts stay.
     *
     * @return whether there was anything to remove; then there may be more
     */
    boolean removeSome(Instant endedBefore);
}

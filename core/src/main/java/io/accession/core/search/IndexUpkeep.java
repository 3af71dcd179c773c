package io.accession.core.search;

/** The index as those see it who look after it. Safe for use by many threads. */
public interface IndexUpkeep {

    IndexStatus status();

    /** Begins to build the index anew from the catalogue, in the background. The index that is there answers until the new one has caught up. */
    void rebuild();
}

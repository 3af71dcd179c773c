package io.accession.core.content;

import io.accession.core.media.ObjectView;

/** Reads the words of a text file. Safe for use by many threads. */
@FunctionalInterface
public interface ContentReader {

    /** Longer texts are read up to here. */
    int MOST_BYTES = 1 << 20;

    /** At most {@value #MOST_BYTES} bytes are read. */
    ReadContent read(ObjectView object);
}

package io.accession.core.content;

import io.accession.core.media.ObjectView;
import io.accession.core.media.ReadBudget;

/** Reads the words of an object of one kind. Safe for use by many threads. */
public interface ContentReader {

    /** What reading an object may cost. */
    ReadBudget budget();

    /** {@code object} is read from one end to the other, within the budget. */
    ReadContent read(ObjectView object);
}

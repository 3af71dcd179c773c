package io.accession.search;

import java.io.IOException;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;

/** The terms that were counted in a segment, one after the other in their order. */
final class SegmentTerms {

    private final SortedSetDocValues values;
    private final int[] counts;
    private final int present;
    private int place = -1;
    private BytesRef term = new BytesRef();

    SegmentTerms(SortedSetDocValues values, int[] counts, int present) {
        this.values = values;
        this.counts = counts;
        this.present = present;
    }

    /** How many documents have a term. */
    int present() {
        return present;
    }

    /** Goes on to the next term that a document has; tells whether there is one. */
    boolean advance() throws IOException {
        do {
            place++;
        } while (place < counts.length && counts[place] == 0);
        if (place >= counts.length) {
            return false;
        }
        term = values.lookupOrd(place);
        return true;
    }

    /** Valid until the next advance. */
    BytesRef term() {
        return term;
    }

    int count() {
        return counts[place];
    }
}

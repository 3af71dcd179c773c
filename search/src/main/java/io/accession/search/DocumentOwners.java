package io.accession.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/** Whose the documents of a segment are: looked at in ascending order, by one thread. */
final class DocumentOwners {

    private final NumericDocValues high;
    private final NumericDocValues low;
    private final NumericDocValues frames;
    private int document;

    DocumentOwners(LeafReader segment) throws IOException {
        this.high = segment.getNumericDocValues(FieldNames.ID_HIGH);
        this.low = segment.getNumericDocValues(FieldNames.ID_LOW);
        var numbers = segment.getNumericDocValues(FieldNames.FRAME);
        this.frames = numbers == null ? DocValues.emptyNumeric() : numbers;
    }

    void at(int next) throws IOException {
        document = next;
        high.advanceExact(next);
        low.advanceExact(next);
    }

    /** Half of the item's id, and {@link #low} the other. */
    long high() throws IOException {
        return Encoding.half(high.longValue());
    }

    long low() throws IOException {
        return Encoding.half(low.longValue());
    }

    /** -1 for the item itself. */
    int frame() throws IOException {
        return frames.advanceExact(document) ? Math.toIntExact(frames.longValue()) : -1;
    }
}

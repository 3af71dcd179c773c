package io.accession.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;

/** Hits of a segment, each with a key by which they are compared. */
final class KeyedHits {

    private final LeafReaderContext segment;
    private final int[] documents;
    private final long[] keys;
    private HitKeyReading.Keys reading;
    private int from;
    private int end;
    private int firstSame;
    private int firstGreater;

    /** {@code documents} are numbers within the segment, and are put into other orders. All keys are the same at first. */
    KeyedHits(LeafReaderContext segment, int[] documents) {
        this.segment = segment;
        this.documents = documents;
        this.keys = new long[documents.length];
        this.reading = _ -> 0;
        this.end = documents.length;
    }

    int count() {
        return end - from;
    }

    void readKeys(HitKeyReading wanted) throws IOException {
        Arrays.sort(documents, from, end); // columns are read in their order
        reading = wanted.in(segment);
        for (int i = from; i < end; i++) {
            keys[i] = reading.key(documents[i]);
        }
    }

    HitKeyReading.Pivot pivot(int hit) throws IOException {
        return reading.pivot(keys[from + hit]);
    }

    /** Puts those that are less than the pivot before those that are the same, and these before the greater ones. */
    void divide(HitKeyReading.Pivot pivot) throws IOException {
        long middle = reading.key(pivot);
        int next = from;
        firstSame = from;
        firstGreater = end;
        while (next < firstGreater) {
            if (keys[next] < middle) {
                swap(next++, firstSame++);
            } else if (keys[next] > middle) {
                swap(next, --firstGreater);
            } else {
                next++;
            }
        }
    }

    private void swap(int one, int other) {
        int document = documents[one];
        documents[one] = documents[other];
        documents[other] = document;
        long key = keys[one];
        keys[one] = keys[other];
        keys[other] = key;
    }

    int less() {
        return firstSame - from;
    }

    int same() {
        return firstGreater - firstSame;
    }

    void keepLess() {
        end = firstSame;
    }

    void keepSame() {
        from = firstSame;
        end = firstGreater;
    }

    void keepGreater() {
        from = firstGreater;
    }

    /** The first of them, by its number in the whole index. */
    int document() {
        return segment.docBase + documents[from];
    }
}

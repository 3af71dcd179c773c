package io.accession.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The frames of a segment: they stand right before the item that they are of. For one thread. */
final class FrameBlocks {

    static final Term ANY_FRAME = new Term(FieldNames.IS_FRAME, "1");

    private final LeafReader segment;
    private final FixedBitSet items;
    private final boolean hasFrames;

    private FrameBlocks(LeafReader segment, FixedBitSet items, boolean hasFrames) {
        this.segment = segment;
        this.items = items;
        this.hasFrames = hasFrames;
    }

    static FrameBlocks of(LeafReader segment) throws IOException {
        var items = new FixedBitSet(segment.maxDoc());
        items.set(0, segment.maxDoc());
        var frames = segment.postings(ANY_FRAME, PostingsEnum.NONE);
        if (frames != null) {
            for (int frame = frames.nextDoc(); frame != DocIdSetIterator.NO_MORE_DOCS; frame = frames.nextDoc()) {
                items.clear(frame);
            }
        }
        return new FrameBlocks(segment, items, frames != null);
    }

    /** How many frames an index has. */
    static long count(IndexReader index) throws IOException {
        long count = 0;
        for (var leaf : index.leaves()) {
            var live = leaf.reader().getLiveDocs();
            var frames = leaf.reader().postings(ANY_FRAME, PostingsEnum.NONE);
            while (frames != null && frames.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                count += live == null || live.get(frames.docID()) ? 1 : 0;
            }
        }
        return count;
    }

    /** The item that a document is, or that it is a frame of. */
    int item(int document) {
        return items.nextSetBit(document);
    }

    /** The item's frames are the documents from here to before the item. */
    int firstFrame(int item) {
        return item == 0 ? 0 : items.prevSetBit(item - 1) + 1;
    }

    /** Items with all their frames. The set is the caller's own. */
    FixedBitSet withFrames(FixedBitSet wanted) {
        var all = wanted.clone();
        if (hasFrames) {
            for (int item = wanted.nextSetBit(0);
                    item != DocIdSetIterator.NO_MORE_DOCS;
                    item = item + 1 < wanted.length() ? wanted.nextSetBit(item + 1) : DocIdSetIterator.NO_MORE_DOCS) {
                all.set(firstFrame(item), item + 1);
            }
        }
        return all;
    }

    /** By document, for looking at them in ascending order. */
    NumericDocValues numbers() throws IOException {
        var numbers = segment.getNumericDocValues(FieldNames.FRAME);
        return numbers == null ? DocValues.emptyNumeric() : numbers;
    }
}

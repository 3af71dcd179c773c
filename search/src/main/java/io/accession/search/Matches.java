package io.accession.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/** What passes a filter: a set of documents for each segment. Equal to itself only. */
final class Matches {

    /** So many documents are looked at between two looks at the clock. */
    private static final int WINDOW = 1 << 16;

    private final List<Leaf> leaves;
    private final long total;

    private Matches(List<Leaf> leaves) {
        this.leaves = List.copyOf(leaves);
        this.total = leaves.stream().mapToLong(Leaf::count).sum();
    }

    record Leaf(LeafReaderContext segment, FixedBitSet documents, int count) {}

    /** One for each segment, in their order. */
    static Matches of(List<Leaf> leaves) {
        return new Matches(leaves);
    }

    static Matches of(IndexSearcher searcher, Query query, IndexThreads threads, Deadline deadline) throws IOException {
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        var segments = searcher.getLeafContexts();
        var leaves = new Leaf[segments.size()];
        threads.all(segments.stream()
                .<Callable<Boolean>>map(segment -> () -> {
                    leaves[segment.ord] = leaf(weight, segment, deadline);
                    return true;
                })
                .toList());
        return new Matches(List.of(leaves));
    }

    /** Of frames, those that are of one of the items. */
    Matches framesOf(Matches items) throws IOException {
        var frames = new ArrayList<Leaf>();
        for (var leaf : leaves) {
            var wanted = items.leaves.get(leaf.segment.ord).documents;
            var documents = FrameBlocks.of(leaf.segment.reader()).withFrames(wanted);
            documents.and(leaf.documents);
            frames.add(new Leaf(leaf.segment, documents, documents.cardinality()));
        }
        return of(frames);
    }

    private static Leaf leaf(Weight weight, LeafReaderContext segment, Deadline deadline) throws IOException {
        deadline.check();
        int size = segment.reader().maxDoc();
        var documents = new FixedBitSet(size);
        var scorer = weight.scorer(segment);
        if (scorer != null) {
            var found = scorer.iterator();
            found.nextDoc();
            for (int end = WINDOW; found.docID() != DocIdSetIterator.NO_MORE_DOCS; end += WINDOW) {
                found.intoBitSet(Math.min(end, size), documents, 0);
                deadline.check();
            }
            var live = segment.reader().getLiveDocs();
            if (live != null) {
                live.applyMask(documents, 0);
            }
        }
        return new Leaf(segment, documents, documents.cardinality());
    }

    /** One of them, by its number in the whole index. */
    Matches only(int document) {
        var only = new ArrayList<Leaf>();
        for (var leaf : leaves) {
            int size = leaf.segment.reader().maxDoc();
            int inSegment = document - leaf.segment.docBase;
            var documents = new FixedBitSet(size);
            if (inSegment >= 0 && inSegment < size) {
                documents.set(inSegment);
            }
            only.add(new Leaf(leaf.segment, documents, documents.cardinality()));
        }
        return of(only);
    }

    /** In the order of the segments. */
    List<Leaf> leaves() {
        return leaves;
    }

    /** How many there are. */
    long total() {
        return total;
    }
}

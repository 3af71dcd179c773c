package io.accession.search;

import io.accession.search.Neighbours.Neighbour;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Finds what is nearest to a vector among what passes a filter, in each segment on its own: by looking at all of it where that is little, else
 * through the graph. docs/decisions/0085 says where the numbers come from.
 */
final class NeighbourSearch {

    /** So many are looked at one by one, whatever the segments. */
    private static final int ALL_LOOKED_AT = 10_000;

    /** In a segment so many are looked at one by one sooner than the graph would have found its way. */
    private static final int LOOKED_AT_IN_SEGMENT = 1_500;

    /**
     * How many the graph of a segment is asked for beyond those that are wanted: the farther it is explored, the fewer it misses. A segment that has a
     * share of all candidates is asked for that share of the second number, since its graph is smaller.
     */
    private static final int EXPLORED_BEYOND = 40;

    private static final int EXPLORED_IN_ALL = 150;

    /** Below this percentage of accepted documents Lucene looks through neighbours that are not accepted. */
    private static final int FILTERED_SEARCH_BELOW = 60;

    private static final int BETWEEN_CHECKS = 1 << 13;

    private static final Comparator<Neighbour> NEAREST_FIRST = Comparator.comparingDouble(Neighbour::cosine)
            .reversed()
            .thenComparingInt(Neighbour::segment)
            .thenComparingInt(Neighbour::document);

    private final String field;
    private final float[] target;
    private final int most;
    private final long all;
    private final Deadline deadline;
    private final ConcurrentLinkedQueue<Neighbour> found = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isExact = new AtomicBoolean(true);

    private NeighbourSearch(String field, float[] target, int most, long all, Deadline deadline) {
        this.field = field;
        this.target = target;
        this.most = most;
        this.all = all;
        this.deadline = deadline;
    }

    /** Documents among which neighbours are looked for, in the segment of that place. */
    record Candidates(int place, LeafReader segment, FixedBitSet documents) {

        /** How many there are, and no more than have a vector. */
        private int count(String field) throws IOException {
            var vectors = segment.getFloatVectorValues(field);
            return vectors == null ? 0 : Math.min(vectors.size(), documents.cardinality());
        }
    }

    /** {@code target} has length 1, as all vectors of the index. */
    static Neighbours find(
            String field,
            float[] target,
            int most,
            List<Candidates> candidates,
            IndexThreads threads,
            Deadline deadline)
            throws IOException {
        long all = 0;
        for (var segment : candidates) {
            all += segment.count(field);
        }
        var search = new NeighbourSearch(field, target, most, all, deadline);
        threads.all(candidates.stream()
                .<Callable<Boolean>>map(segment -> () -> {
                    search.look(segment);
                    return true;
                })
                .toList());
        return search.nearest();
    }

    private Neighbours nearest() {
        List<Neighbour> nearest =
                found.stream().sorted(NEAREST_FIRST).limit(most).toList();
        return new Neighbours(nearest, isExact.get());
    }

    private void look(Candidates candidates) throws IOException {
        deadline.check();
        var vectors = candidates.segment.getFloatVectorValues(field);
        if (vectors == null) {
            return;
        }
        if (all <= ALL_LOOKED_AT || candidates.count(field) <= LOOKED_AT_IN_SEGMENT || !throughGraph(candidates)) {
            oneByOne(candidates, vectors);
        }
    }

    private void oneByOne(Candidates candidates, FloatVectorValues vectors) throws IOException {
        var nearest = new TopKnnCollector(most, Integer.MAX_VALUE);
        var scorer = vectors.rescorer(target);
        var having = scorer.iterator();
        var accepted = new BitSetIterator(candidates.documents, candidates.documents.length());
        int looked = 0;
        int document = accepted.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            int next = having.docID() < document ? having.advance(document) : having.docID();
            if (next == document) {
                nearest.collect(document, scorer.score());
                if (++looked % BETWEEN_CHECKS == 0) {
                    deadline.check();
                }
                document = accepted.nextDoc();
            } else {
                document = next == DocIdSetIterator.NO_MORE_DOCS ? next : accepted.advance(next);
            }
        }
        keep(candidates, nearest);
    }

    /** False when the graph was left, since looking at all is quicker by now. */
    private boolean throughGraph(Candidates candidates) throws IOException {
        int count = candidates.documents.cardinality();
        long share = (long) EXPLORED_IN_ALL * candidates.count(field) / all;
        int explored = most + EXPLORED_BEYOND + (int) share;
        var nearest = new TopKnnCollector(
                Math.min(explored, count), count, new KnnSearchStrategy.Hnsw(FILTERED_SEARCH_BELOW));
        candidates.segment.searchNearestVectors(field, target, nearest, accepted(candidates, count));
        if (nearest.earlyTerminated()) {
            return false;
        }
        isExact.set(false);
        keep(candidates, nearest);
        return true;
    }

    private static AcceptDocs accepted(Candidates candidates, int count) {
        int size = candidates.segment.maxDoc();
        return count == size
                ? AcceptDocs.fromLiveDocs(null, size)
                : AcceptDocs.fromIteratorSupplier(() -> new BitSetIterator(candidates.documents, count), null, size);
    }

    /** Lucene's score of a dot product is half of what is above -1. */
    private void keep(Candidates candidates, TopKnnCollector nearest) {
        for (var hit : nearest.topDocs().scoreDocs) {
            found.add(new Neighbour(candidates.place, hit.doc, 2 * (double) hit.score - 1));
        }
    }
}

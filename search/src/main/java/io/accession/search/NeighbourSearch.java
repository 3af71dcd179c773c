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
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is nearest to a vector among what passes a filter. Where that is little, all of it is compared; else what is nearly nearest is found in
 * each segment by the rough vectors, all of them or along the graph, and compared. docs/decisions/0085 says where the numbers come from.
 */
final class NeighbourSearch {

    /** So many are compared as they are, whatever the segments. */
    private static final int ALL_COMPARED = 10_000;

    /** Finding the place in a segment's graph takes as long as looking at so many one after the other. */
    private static final long LOOKED_AT_MEANWHILE = 1_000;

    /** Finding one more that is near there takes as long as looking at so many, and longer the fewer are accepted. */
    private static final long LOOKED_AT_FOR_ONE = 50;

    /** Looking at one after the other is that much faster than at one here and one there. */
    private static final int FASTER_IN_A_ROW = 2;

    /** How many are compared beyond those that are wanted, since the rough order is not the true one. */
    private static final int COMPARED_BEYOND = 200;

    /** The least of them in a segment that has a small share of all candidates. */
    private static final int COMPARED_IN_SEGMENT = 30;

    /** Whatever the filter leaves, the graph is walked over all there is: one that skips what is not accepted gets lost where little is. */
    private static final KnnSearchStrategy OVER_ALL = new KnnSearchStrategy.Hnsw(0);

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
        if (all <= ALL_COMPARED) {
            keep(candidates, nearest(candidates.documents, vectors.rescorer(target), most));
            return;
        }
        isExact.set(false);
        keep(candidates, nearest(nearlyNearest(candidates, vectors), vectors.rescorer(target), most));
    }

    private FixedBitSet nearlyNearest(Candidates candidates, FloatVectorValues vectors) throws IOException {
        long count = candidates.count(field);
        int wanted = most + COMPARED_IN_SEGMENT + (int) (COMPARED_BEYOND * count / all);
        long onTheWay = LOOKED_AT_MEANWHILE + LOOKED_AT_FOR_ONE * wanted * vectors.size() / Math.max(1, count);
        var hits = count <= onTheWay ? null : throughGraph(candidates, wanted);
        if (hits == null) {
            hits = nearest(candidates.documents, vectors.scorer(target), wanted);
        }
        var documents = new FixedBitSet(candidates.segment.maxDoc());
        for (var hit : hits.scoreDocs) {
            documents.set(hit.doc);
        }
        return documents;
    }

    private TopDocs nearest(FixedBitSet among, VectorScorer scorer, int wanted) throws IOException {
        var nearest = new TopKnnCollector(wanted, Integer.MAX_VALUE);
        var bulk = scorer.bulk(new BitSetIterator(among, among.length()));
        var scores = new DocAndFloatFeatureBuffer();
        int looked = 0;
        do {
            float best = bulk.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, null, scores);
            if (best > nearest.minCompetitiveSimilarity()) {
                for (int i = 0; i < scores.size; i++) {
                    nearest.collect(scores.docs[i], scores.features[i]);
                }
            }
            looked += scores.size;
            if (looked >= BETWEEN_CHECKS) {
                deadline.check();
                looked = 0;
            }
        } while (scores.size > 0);
        return nearest.topDocs();
    }

    /** Nothing when the graph was left, since looking at all is quicker by now. */
    private @Nullable TopDocs throughGraph(Candidates candidates, int wanted) throws IOException {
        int count = candidates.documents.cardinality();
        var nearest = new TopKnnCollector(Math.min(wanted, count), count / FASTER_IN_A_ROW, OVER_ALL);
        candidates.segment.searchNearestVectors(field, target, nearest, accepted(candidates, count));
        return nearest.earlyTerminated() ? null : nearest.topDocs();
    }

    private static AcceptDocs accepted(Candidates candidates, int count) {
        int size = candidates.segment.maxDoc();
        return count == size
                ? AcceptDocs.fromLiveDocs(null, size)
                : AcceptDocs.fromIteratorSupplier(() -> new BitSetIterator(candidates.documents, count), null, size);
    }

    /** Lucene's score of a dot product is half of what is above -1. */
    private void keep(Candidates candidates, TopDocs nearest) {
        for (var hit : nearest.scoreDocs) {
            found.add(new Neighbour(candidates.place, hit.doc, 2 * (double) hit.score - 1));
        }
    }
}

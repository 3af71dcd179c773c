package io.accession.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BitSetIterator;

/**
 * Finds the hit of a number among any number of hits, without sorting them: all are compared with one of them, those on the wrong side of it are left
 * out, and so on. What it takes grows with the hits, 12 bytes of memory for each.
 */
final class HitSelection {

    private static final long SEED = 11;

    private final IndexSearcher searcher;
    private final Query query;
    private final Deadline deadline;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** {@code query} scores the hits. */
    HitSelection(IndexSearcher searcher, Query query, Deadline deadline) {
        this.searcher = searcher;
        this.query = query;
        this.deadline = deadline;
    }

    /**
     * The number of a document in the whole index.
     *
     * @param keys what hits are sorted by; no two hits have the same
     * @param number of the hit; counts from 0, and is less than there are matches
     */
    int select(List<HitKey> keys, Matches matches, long number) throws IOException {
        var left = new ArrayList<KeyedHits>();
        for (var leaf : matches.leaves()) {
            if (leaf.count() > 0) {
                left.add(new KeyedHits(leaf.segment(), documents(leaf)));
            }
        }
        long wanted = number;
        for (var key : keys) {
            if (count(left) > 1) {
                var reading = new HitKeyReading(searcher, query, key);
                for (var hits : left) {
                    deadline.check();
                    hits.readKeys(reading);
                }
                wanted = narrow(left, wanted);
            }
        }
        return left.stream()
                .filter(hits -> hits.count() > 0)
                .findFirst()
                .orElseThrow()
                .document();
    }

    private static int[] documents(Matches.Leaf leaf) throws IOException {
        var documents = new int[leaf.count()];
        var iterator = new BitSetIterator(leaf.documents(), leaf.count());
        int count = 0;
        for (int next = iterator.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = iterator.nextDoc()) {
            documents[count++] = next;
        }
        return documents;
    }

    private static long count(List<KeyedHits> left) {
        return left.stream().mapToLong(KeyedHits::count).sum();
    }

    /** Leaves those whose key is that of the wanted hit, and answers its number among them. */
    private long narrow(List<KeyedHits> left, long wanted) throws IOException {
        while (true) {
            deadline.check();
            var pivot = pivot(left);
            long less = 0;
            long same = 0;
            for (var hits : left) {
                hits.divide(pivot);
                less += hits.less();
                same += hits.same();
            }
            if (wanted < less) {
                left.forEach(KeyedHits::keepLess);
            } else if (wanted < less + same) {
                left.forEach(KeyedHits::keepSame);
                return wanted - less;
            } else {
                wanted -= less + same;
                left.forEach(KeyedHits::keepGreater);
            }
        }
    }

    private HitKeyReading.Pivot pivot(List<KeyedHits> left) throws IOException {
        long chosen = random.nextLong(count(left));
        for (var hits : left) {
            if (chosen < hits.count()) {
                return hits.pivot((int) chosen);
            }
            chosen -= hits.count();
        }
        throw new IllegalStateException("there is no hit");
    }
}

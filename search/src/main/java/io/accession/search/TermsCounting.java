package io.accession.search;

import io.accession.core.search.Facet;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.ValueKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;

/** Counts matches by the terms that they have. Within a segment terms are numbers in the order of the terms; the segments are merged in that order. */
final class TermsCounting {

    private final Facet.Terms facet;
    private final Deadline deadline;

    TermsCounting(Facet.Terms facet, Deadline deadline) {
        this.facet = facet;
        this.deadline = deadline;
    }

    FacetCounts count(Matches matches, IndexThreads threads) throws IOException {
        var counted = new SegmentTerms[matches.leaves().size()];
        threads.all(matches.leaves().stream()
                .filter(leaf -> leaf.count() > 0)
                .<Callable<Boolean>>map(leaf -> () -> {
                    counted[leaf.segment().ord] = count(leaf);
                    return true;
                })
                .toList());
        return merged(matches.total(), counted);
    }

    private SegmentTerms count(Matches.Leaf leaf) throws IOException {
        var values = DocValues.getSortedSet(leaf.segment().reader(), FieldNames.values(facet.field()));
        var counts = new int[Math.toIntExact(values.getValueCount())];
        var single = DocValues.unwrapSingleton(values);
        int present = single == null ? countMany(leaf, values, counts) : countSingle(leaf, single, counts);
        return new SegmentTerms(values, counts, present);
    }

    private int countSingle(Matches.Leaf leaf, SortedDocValues values, int[] counts) throws IOException {
        int present = 0;
        var documents = documents(leaf);
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (values.advanceExact(document)) {
                counts[values.ordValue()]++;
                present++;
            }
        }
        return present;
    }

    private int countMany(Matches.Leaf leaf, SortedSetDocValues values, int[] counts) throws IOException {
        int present = 0;
        var documents = documents(leaf);
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (values.advanceExact(document)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    counts[(int) values.nextOrd()]++;
                }
                present++;
            }
        }
        return present;
    }

    private BitSetIterator documents(Matches.Leaf leaf) {
        deadline.check();
        return new BitSetIterator(leaf.documents(), leaf.count());
    }

    private FacetCounts merged(long total, SegmentTerms[] counted) throws IOException {
        long present = 0;
        var next = new PriorityQueue<SegmentTerms>(Comparator.comparing(SegmentTerms::term));
        for (var segment : counted) {
            if (segment != null) {
                present += segment.present();
                if (segment.advance()) {
                    next.add(segment);
                }
            }
        }
        var most = new MostFrequent(facet.most());
        while (!next.isEmpty()) {
            var term = BytesRef.deepCopyOf(next.element().term());
            long count = 0;
            while (!next.isEmpty() && next.element().term().equals(term)) {
                var segment = next.remove();
                count += segment.count();
                if (segment.advance()) {
                    next.add(segment);
                }
            }
            most.add(term, count);
            if ((most.added() & 0xFFF) == 0) {
                deadline.check();
            }
        }
        return new FacetCounts.Terms(facet.field(), most.terms(facet.field().kind()), most.added(), total - present);
    }

    /** A term and how many have it. */
    private record Counted(BytesRef term, long count) {}

    /** The terms that were counted most; of equal ones those that came first. Terms come in their order. */
    private static final class MostFrequent {

        private final int most;
        private final PriorityQueue<Counted> kept = new PriorityQueue<>(Comparator.comparingLong(Counted::count)
                .thenComparing(Comparator.comparing(Counted::term).reversed()));
        private long added;

        MostFrequent(int most) {
            this.most = most;
        }

        void add(BytesRef term, long count) {
            added++;
            if (kept.size() < most) {
                kept.add(new Counted(term, count));
            } else if (kept.element().count() < count) {
                kept.remove();
                kept.add(new Counted(term, count));
            }
        }

        long added() {
            return added;
        }

        List<FacetCounts.Term> terms(ValueKind kind) {
            var terms = new ArrayList<FacetCounts.Term>();
            for (var counted = kept.poll(); counted != null; counted = kept.poll()) {
                terms.add(new FacetCounts.Term(Encoding.value(kind, counted.term()), counted.count()));
            }
            return terms.reversed();
        }
    }
}

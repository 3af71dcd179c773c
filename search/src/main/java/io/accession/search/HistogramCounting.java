package io.accession.search;

import io.accession.core.schema.TypedValue;
import io.accession.core.search.Facet;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.ValueKind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;

/** Counts matches in equal steps of a scale: once to find its ends, once to count. */
final class HistogramCounting {

    private final Facet.Histogram facet;
    private final Deadline deadline;

    HistogramCounting(Facet.Histogram facet, Deadline deadline) {
        this.facet = facet;
        this.deadline = deadline;
    }

    /** The ends of the values of a segment, and how many documents have one. Empty when {@code present} is 0. */
    private record Span(double least, double greatest, long present) {

        static final Span NONE = new Span(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);

        Span and(Span other) {
            return new Span(Math.min(least, other.least), Math.max(greatest, other.greatest), present + other.present);
        }
    }

    FacetCounts count(Matches matches, IndexThreads threads) throws IOException {
        var span = span(matches, threads);
        long missing = matches.total() - span.present();
        if (span.present() == 0) {
            return new FacetCounts.Histogram(facet.field(), List.of(), missing);
        }
        int buckets = span.least() == span.greatest() ? 1 : facet.buckets();
        double step = (span.greatest() - span.least()) / buckets;
        var counts = new AtomicLongArray(buckets);
        each(matches, threads, leaf -> {
            long[] own = new long[buckets];
            values(leaf, value -> own[step == 0 ? 0 : Math.min(buckets - 1, (int) ((value - span.least()) / step))]++);
            for (int i = 0; i < buckets; i++) {
                counts.addAndGet(i, own[i]);
            }
        });
        var shown = IntStream.range(0, buckets)
                .mapToObj(i -> new FacetCounts.Bucket(
                        value(span.least() + i * step),
                        value(i == buckets - 1 ? span.greatest() : span.least() + (i + 1) * step),
                        counts.get(i)))
                .toList();
        return new FacetCounts.Histogram(facet.field(), shown, missing);
    }

    private Span span(Matches matches, IndexThreads threads) throws IOException {
        var spans = new Span[matches.leaves().size()];
        each(matches, threads, leaf -> {
            var ends = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            long present = values(leaf, value -> {
                ends[0] = Math.min(ends[0], value);
                ends[1] = Math.max(ends[1], value);
            });
            spans[leaf.segment().ord] = new Span(ends[0], ends[1], present);
        });
        return Stream.of(spans).filter(span -> span != null).reduce(Span.NONE, Span::and);
    }

    private interface Look {
        void at(Matches.Leaf leaf) throws IOException;
    }

    private static void each(Matches matches, IndexThreads threads, Look look) throws IOException {
        threads.all(matches.leaves().stream()
                .filter(leaf -> leaf.count() > 0)
                .<Callable<Boolean>>map(leaf -> () -> {
                    look.at(leaf);
                    return true;
                })
                .toList());
    }

    private interface Value {
        void found(double value);
    }

    /** Tells how many documents have a value. */
    private long values(Matches.Leaf leaf, Value value) throws IOException {
        deadline.check();
        boolean isNumber = facet.field().kind() == ValueKind.NUMBER;
        var column = DocValues.getSortedNumeric(leaf.segment().reader(), FieldNames.values(facet.field()));
        var documents = new BitSetIterator(leaf.documents(), leaf.count());
        long present = 0;
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            if (column.advanceExact(document)) {
                present++;
                for (int i = column.docValueCount(); i > 0; i--) {
                    long stored = column.nextValue();
                    value.found(isNumber ? Encoding.number(stored) : stored);
                }
            }
        }
        return present;
    }

    private TypedValue value(double number) {
        return facet.field().kind() == ValueKind.DATETIME
                ? new TypedValue.Moment(Encoding.moment(Math.round(number)))
                : new TypedValue.Quantity(number);
    }
}

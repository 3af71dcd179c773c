package io.accession.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** Reads what hits are sorted by as numbers: within a segment, whatever comes first has the less number. */
final class HitKeyReading {

    private final IndexSearcher searcher;
    private final Query query;
    private final HitKey key;

    /** {@code query} scores the hits. */
    HitKeyReading(IndexSearcher searcher, Query query, HitKey key) {
        this.searcher = searcher;
        this.query = query;
        this.key = key;
    }

    /** What another hit is compared with, in whatever segment. The number counts where there is no term. */
    record Pivot(long number, @Nullable BytesRef term) {}

    /** Of the hits of one segment. */
    interface Keys {

        /** Documents are asked for in their order. */
        long key(int document) throws IOException;

        /** A pivot that has that key. */
        default Pivot pivot(long key) throws IOException {
            return new Pivot(key, null);
        }

        /** The key of a pivot of any segment; between those of this one where none is the same. */
        default long key(Pivot pivot) throws IOException {
            return pivot.number();
        }
    }

    Keys in(LeafReaderContext segment) throws IOException {
        return switch (key) {
            case HitKey.Score _ -> scores(segment);
            case HitKey.Numeric number -> numbers(segment.reader(), number);
            case HitKey.Term(var field, boolean isDescending) -> {
                var terms = DocValues.getSortedSet(segment.reader(), field);
                yield new TermKeys(SortedSetSelector.wrap(terms, SortedSetSelector.Type.MIN), isDescending);
            }
        };
    }

    private Keys scores(LeafReaderContext segment) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        Scorer scorer = weight.scorer(segment);
        if (scorer == null) {
            throw new IllegalStateException("the query does not find what it found before");
        }
        var found = scorer.iterator();
        return document -> {
            found.advance(document);
            return ~NumericUtils.floatToSortableInt(scorer.score());
        };
    }

    private static Keys numbers(LeafReader segment, HitKey.Numeric wanted) throws IOException {
        NumericDocValues numbers = SortedNumericSelector.wrap(
                DocValues.getSortedNumeric(segment, wanted.field()),
                SortedNumericSelector.Type.MIN,
                SortField.Type.LONG);
        return document -> {
            long number = numbers.advanceExact(document) ? numbers.longValue() : wanted.missing();
            return turned(number, wanted.isDescending());
        };
    }

    private static long turned(long number, boolean isDescending) {
        return isDescending ? ~number : number;
    }

    /** Terms have numbers that hold within their segment. The keys are twice as far apart, to leave places for terms of other segments. */
    private record TermKeys(SortedDocValues terms, boolean isDescending) implements Keys {

        private static final long MISSING = Long.MAX_VALUE;

        @Override
        public long key(int document) throws IOException {
            return terms.advanceExact(document) ? turned(2L * terms.ordValue(), isDescending) : MISSING;
        }

        @Override
        public Pivot pivot(long key) throws IOException {
            return key == MISSING
                    ? new Pivot(MISSING, null)
                    : new Pivot(0, BytesRef.deepCopyOf(terms.lookupOrd((int) (turned(key, isDescending) / 2))));
        }

        @Override
        public long key(Pivot pivot) throws IOException {
            if (pivot.term() == null) {
                return pivot.number();
            }
            int place = terms.lookupTerm(pivot.term());
            return turned(place >= 0 ? 2L * place : 2L * (-place - 1) - 1, isDescending);
        }
    }
}

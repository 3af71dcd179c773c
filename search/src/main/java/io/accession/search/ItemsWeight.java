package io.accession.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Of a query that finds items by looking a segment through. They are found each time anew. */
final class ItemsWeight extends ConstantScoreWeight {

    private final ScoreMode mode;
    private final Finder finder;

    /** Finds the items of a segment. */
    @FunctionalInterface
    interface Finder {

        FixedBitSet items(LeafReaderContext segment) throws IOException;
    }

    ItemsWeight(Query query, ScoreMode mode, Finder finder) {
        super(query, 0);
        this.mode = mode;
        this.finder = finder;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
        var items = finder.items(segment);
        int count = items.cardinality();
        return count == 0
                ? null
                : new DefaultScorerSupplier(new ConstantScoreScorer(0, mode, new BitSetIterator(items, count)));
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
        return false;
    }
}

package io.accession.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;

/** What was found to match already, for the same segments. */
final class MatchesQuery extends Query {

    private final Matches matches;

    MatchesQuery(Matches matches) {
        this.matches = matches;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, 0) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) {
                var leaf = matches.leaves().get(segment.ord);
                if (leaf.count() == 0) {
                    return null;
                }
                var documents = new BitSetIterator(leaf.documents(), leaf.count());
                return new Weight.DefaultScorerSupplier(new ConstantScoreScorer(0, mode, documents));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return matches.total() + " matches";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MatchesQuery query && query.matches.equals(matches);
    }

    @Override
    public int hashCode() {
        return matches.hashCode();
    }
}

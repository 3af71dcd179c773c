package io.accession.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What another query finds, unless the time is up before it is begun in a segment. Queries that find all of their documents before the first is
 * looked at need it: of a thousand of them, none has its turn after the deadline.
 */
final class GuardedQuery extends Query {

    private final Query query;
    private final Deadline deadline;

    GuardedQuery(Query query, Deadline deadline) {
        this.query = query;
        this.deadline = deadline;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        var rewritten = query.rewrite(searcher);
        return rewritten.equals(query) ? this : new GuardedQuery(rewritten, deadline);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        return new FilterWeight(this, query.createWeight(searcher, mode, boost)) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                deadline.check();
                var supplier = in.scorerSupplier(segment);
                return supplier == null ? null : guarded(supplier);
            }
        };
    }

    private ScorerSupplier guarded(ScorerSupplier supplier) {
        return new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) throws IOException {
                deadline.check();
                return supplier.get(leadCost);
            }

            @Override
            public BulkScorer bulkScorer() throws IOException {
                deadline.check();
                return supplier.bulkScorer();
            }

            @Override
            public long cost() {
                return supplier.cost();
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        query.visit(visitor);
    }

    @Override
    public String toString(String field) {
        return query.toString(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GuardedQuery guarded && guarded.query.equals(query);
    }

    @Override
    public int hashCode() {
        return 31 * query.hashCode();
    }
}

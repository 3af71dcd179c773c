package io.accession.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Items with a frame that another query finds. */
final class FramesQuery extends Query {

    /** So many frames are looked at between two looks at the clock. */
    private static final int BETWEEN_CHECKS = 1 << 12;

    private final Query frames;
    private final Deadline deadline;

    FramesQuery(Query passing, Deadline deadline) {
        this.frames = new BooleanQuery.Builder()
                .add(passing, Occur.FILTER)
                .add(new TermQuery(FrameBlocks.ANY_FRAME), Occur.FILTER)
                .build();
        this.deadline = deadline;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        var found = searcher.createWeight(searcher.rewrite(frames), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ItemsWeight(this, mode, segment -> items(segment, found));
    }

    private FixedBitSet items(LeafReaderContext segment, Weight found) throws IOException {
        var items = new FixedBitSet(segment.reader().maxDoc());
        var scorer = found.scorer(segment);
        if (scorer == null) {
            return items;
        }
        var blocks = FrameBlocks.of(segment.reader());
        var passing = scorer.iterator();
        int looked = 0;
        for (int frame = passing.nextDoc(); frame != DocIdSetIterator.NO_MORE_DOCS; frame = passing.nextDoc()) {
            items.set(blocks.item(frame));
            if (++looked % BETWEEN_CHECKS == 0) {
                deadline.check();
            }
        }
        return items;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "a frame of " + frames.toString(field);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FramesQuery query && query.frames.equals(frames);
    }

    @Override
    public int hashCode() {
        return 31 * frames.hashCode();
    }
}

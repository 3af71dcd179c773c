package io.accession.search;

import io.accession.core.search.ItemSet;
import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents of many items. Every document's id is looked up among them: that takes as long whether they are thousands or a million, where looking up
 * each of them among the documents would not.
 */
final class AmongItemsQuery extends Query {

    /** So many documents are looked at between two looks at the clock. */
    private static final int BETWEEN_CHECKS = 1 << 14;

    private final ItemSet items;
    private final Deadline deadline;

    AmongItemsQuery(ItemSet items, Deadline deadline) {
        this.items = items;
        this.deadline = deadline;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ItemsWeight(this, mode, this::find);
    }

    private FixedBitSet find(LeafReaderContext segment) throws IOException {
        LeafReader reader = segment.reader();
        var found = new FixedBitSet(reader.maxDoc());
        var high = DocValues.getNumeric(reader, FieldNames.ID_HIGH);
        var low = DocValues.getNumeric(reader, FieldNames.ID_LOW);
        for (int document = 0; document < reader.maxDoc(); document++) {
            if (document % BETWEEN_CHECKS == 0) {
                deadline.check();
            }
            if (high.advanceExact(document)
                    && low.advanceExact(document)
                    && items.contains(Encoding.half(high.longValue()), Encoding.half(low.longValue()))) {
                found.set(document);
            }
        }
        return found;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "among " + items;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AmongItemsQuery query && query.items.equals(items);
    }

    @Override
    public int hashCode() {
        return 31 * items.hashCode();
    }
}

package io.accession.search;

import io.accession.core.domain.ItemId;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.Similar;
import io.accession.core.search.Similar.Anchor;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Finds the vectors of anchors, and the direction that they point in together. */
final class Anchors {

    private final IndexSearcher searcher;
    private final ReadableFolders readable;
    private final String field;
    private final Set<Place> places = new HashSet<>();
    private @Nullable Anchor missing;

    Anchors(IndexSearcher searcher, ReadableFolders readable, String field) {
        this.searcher = searcher;
        this.readable = readable;
        this.field = field;
    }

    /** A document that is an anchor. */
    record Place(int segment, int document) {}

    /** From the middle of what is unlike to the middle of what is like; empty when they are the same, or when an anchor is {@link #missing}. */
    Optional<float[]> direction(Similar similar) throws IOException {
        int size = similar.field().dimensions();
        var sum = new double[size];
        add(sum, similar.like(), 1);
        add(sum, similar.unlike(), -1);
        var direction = new float[size];
        for (int i = 0; i < size; i++) {
            direction[i] = Math.abs(sum[i]) < 1e-6 ? 0 : (float) sum[i];
        }
        return missing == null ? UnitVector.of(direction) : Optional.empty();
    }

    private void add(double[] sum, List<Anchor> anchors, double sign) throws IOException {
        for (var anchor : anchors) {
            var vector = vector(anchor);
            if (vector.isEmpty() || vector.get().length != sum.length) {
                missing = anchor;
                return;
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sign * vector.get()[i] / anchors.size();
            }
        }
    }

    /** The anchor that the asker may not read, or that has no such embedding. */
    Optional<Anchor> missing() {
        return Optional.ofNullable(missing);
    }

    /** The documents of the anchors that were found. */
    Set<Place> places() {
        return places;
    }

    private Optional<float[]> vector(Anchor anchor) throws IOException {
        return switch (anchor) {
            case Anchor.Given(var vector) -> UnitVector.of(vector);
            case Anchor.OfItem(var item) -> stored(item, null);
            case Anchor.OfFrame(var item, var frame) -> stored(item, frame);
            case Anchor.OfText _ -> throw new IllegalArgumentException("texts are encoded before an index is asked");
        };
    }

    private Optional<float[]> stored(ItemId item, @Nullable Long frame) throws IOException {
        var query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(FieldNames.ID, Encoding.term(item.value()))), Occur.FILTER)
                .add(new TermQuery(FrameBlocks.ANY_FRAME), Occur.MUST_NOT);
        FilterQueries.open(readable).ifPresent(open -> query.add(open, Occur.FILTER));
        var found = searcher.search(query.build(), 1).scoreDocs;
        if (found.length == 0) {
            return Optional.empty();
        }
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(found[0].doc, leaves));
        int whole = found[0].doc - leaf.docBase;
        int document = whole;
        if (frame != null) {
            var blocks = FrameBlocks.of(leaf.reader());
            var numbers = blocks.numbers();
            document = blocks.firstFrame(whole);
            while (document < whole && !(numbers.advanceExact(document) && numbers.longValue() == frame)) {
                document++;
            }
            if (document == whole) {
                return Optional.empty();
            }
        }
        places.add(new Place(leaf.ord, document));
        var vectors = leaf.reader().getFloatVectorValues(field);
        if (vectors == null) {
            return Optional.empty();
        }
        var having = vectors.iterator();
        return having.advance(document) == document
                ? Optional.of(vectors.vectorValue(having.index()).clone())
                : Optional.empty();
    }
}

package io.accession.search;

import io.accession.search.compare.VectorPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/** The vectors of items as the index has them: read when they are asked for. For one thread. */
final class StoredVectors implements VectorPoints.Vectors {

    private final ComparedItems items;
    private final int size;
    private final @Nullable FloatVectorValues[] segments;

    StoredVectors(ComparedItems items, IndexReader index, String field, int size) throws IOException {
        this.items = items;
        this.size = size;
        var leaves = index.leaves();
        this.segments = new FloatVectorValues[leaves.size()];
        for (var leaf : leaves) {
            segments[leaf.ord] = leaf.reader().getFloatVectorValues(field);
        }
    }

    @Override
    public int count() {
        return items.entries().size();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public float[] vector(int point) {
        var entry = items.entries().get(point);
        var vectors = segments[entry.segment()];
        if (vectors == null) {
            throw new IllegalStateException("a segment has no vectors that it had");
        }
        try {
            return vectors.vectorValue((int) entry.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

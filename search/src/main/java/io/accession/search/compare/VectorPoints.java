package io.accession.search.compare;

import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Vectors of length 1. Their distance is 1 minus their cosine. */
public final class VectorPoints implements Points {

    private final Vectors vectors;
    private int last = -1;
    private float @Nullable [] lastVector;

    /** Where vectors come from. */
    public interface Vectors {

        int count();

        /** How many numbers a vector has. */
        int size();

        /** Valid until the next call. */
        float[] vector(int point);
    }

    public VectorPoints(Vectors vectors) {
        this.vectors = vectors;
    }

    Vectors vectors() {
        return vectors;
    }

    @Override
    public int count() {
        return vectors.count();
    }

    @Override
    public int size() {
        return vectors.size();
    }

    @Override
    public double distance(int one, int other) {
        var from = lastVector;
        if (from == null || one != last) {
            from = vectors.vector(one).clone();
            lastVector = from;
            last = one;
        }
        return Math.max(0, 1.0 - VectorUtil.dotProduct(from, vectors.vector(other)));
    }
}

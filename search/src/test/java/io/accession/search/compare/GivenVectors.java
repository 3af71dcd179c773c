package io.accession.search.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors of length 1 of which it is known how they lie. The same ones every time. */
final class GivenVectors implements VectorPoints.Vectors {

    private final int size;
    private final Random random = new Random(7);
    private final List<float[]> vectors = new ArrayList<>();

    GivenVectors(int size) {
        this.size = size;
    }

    VectorPoints points() {
        return new VectorPoints(this);
    }

    /** Random directions. */
    GivenVectors scattered(int count) {
        for (int i = 0; i < count; i++) {
            vectors.add(unit(noise(1)));
        }
        return this;
    }

    /** As {@link #scattered}, but all in one half of the space, as embeddings of most models are. */
    GivenVectors leaning(int count) {
        for (int i = 0; i < count; i++) {
            var vector = noise(1 / Math.sqrt(size));
            vector[0] += 1;
            vectors.add(unit(vector));
        }
        return this;
    }

    /** Random directions close to one of a few. */
    GivenVectors clustered(int count, int clusters, double width) {
        var centres = new ArrayList<float[]>();
        for (int i = 0; i < clusters; i++) {
            centres.add(unit(noise(1)));
        }
        for (int i = 0; i < count; i++) {
            vectors.add(unit(sum(centres.get(i % clusters), noise(width / Math.sqrt(size)))));
        }
        return this;
    }

    /** One at this distance of the numbered one. */
    GivenVectors nearTo(int point, double distance) {
        var from = vectors.get(point);
        var aside = noise(1);
        double along = dot(aside, from);
        for (int i = 0; i < size; i++) {
            aside[i] -= (float) (along * from[i]);
        }
        aside = unit(aside);
        double cosine = 1 - distance;
        double sine = Math.sqrt(1 - cosine * cosine);
        var vector = new float[size];
        for (int i = 0; i < size; i++) {
            vector[i] = (float) (cosine * from[i] + sine * aside[i]);
        }
        vectors.add(unit(vector));
        return this;
    }

    GivenVectors vector(float... numbers) {
        vectors.add(unit(numbers.clone()));
        return this;
    }

    private float[] noise(double deviation) {
        var noise = new float[size];
        for (int i = 0; i < size; i++) {
            noise[i] = (float) (deviation * random.nextGaussian());
        }
        return noise;
    }

    private static float[] sum(float[] one, float[] other) {
        var sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    private static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (double) one[i] * other[i];
        }
        return dot;
    }

    private static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    @Override
    public int count() {
        return vectors.size();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public float[] vector(int point) {
        return vectors.get(point);
    }
}

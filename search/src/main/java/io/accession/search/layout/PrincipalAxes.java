package io.accession.search.layout;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * The directions in which vectors differ the most, the foremost first: found by multiplying arbitrary directions with the covariance of a sample, again and again,
 * while keeping them at right angles. Distances along them are nearly the distances of the vectors.
 */
public final class PrincipalAxes {

    private static final int ROUNDS = 6;

    /** Directions that are found besides those that are wanted: the last ones are the least exact. */
    private static final int SPARE = 8;

    private static final long SEED = 7;

    private final float[] mean;
    private final float[][] axes;

    private PrincipalAxes(float[] mean, float[][] axes) {
        this.mean = mean;
        this.axes = axes;
    }

    /** {@code most} axes, or as many as the vectors have numbers. The sample is centred in place. */
    public static PrincipalAxes of(float[][] sample, int most, Crew crew) {
        int size = sample[0].length;
        var mean = mean(sample);
        crew.share(sample.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                subtract(sample[i], mean);
            }
        });
        int count = Math.min(most, size);
        var axes = arbitrary(Math.min(count + SPARE, size), size);
        for (int round = 0; round < ROUNDS; round++) {
            crew.share(axes.length, (from, to) -> {
                for (int axis = from; axis < to; axis++) {
                    axes[axis] = multiplied(sample, axes[axis]);
                }
            });
            straighten(axes);
        }
        return new PrincipalAxes(
                mean, IntStream.range(0, count).mapToObj(axis -> axes[axis]).toArray(float[][]::new));
    }

    private static float[] mean(float[][] sample) {
        var sums = new double[sample[0].length];
        for (var vector : sample) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += vector[i];
            }
        }
        var mean = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = (float) (sums[i] / sample.length);
        }
        return mean;
    }

    private static void subtract(float[] vector, float[] mean) {
        for (int i = 0; i < mean.length; i++) {
            vector[i] -= mean[i];
        }
    }

    private static float[][] arbitrary(int count, int size) {
        var random = new Random(SEED);
        var axes = new float[count][size];
        for (var axis : axes) {
            for (int i = 0; i < size; i++) {
                axis[i] = (float) random.nextGaussian();
            }
        }
        straighten(axes);
        return axes;
    }

    /** With the covariance of the sample. */
    private static float[] multiplied(float[][] sample, float[] axis) {
        var product = new float[axis.length];
        for (var vector : sample) {
            add(product, vector, VectorUtil.dotProduct(vector, axis));
        }
        return product;
    }

    private static void add(float[] sum, float[] vector, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * vector[i];
        }
    }

    /** Makes them of length 1 and at right angles, each to those before it. One that the others leave nothing of becomes zero. */
    private static void straighten(float[][] axes) {
        for (int axis = 0; axis < axes.length; axis++) {
            float before = length(axes[axis]);
            for (int other = 0; other < axis; other++) {
                add(axes[axis], axes[other], -VectorUtil.dotProduct(axes[axis], axes[other]));
            }
            float length = length(axes[axis]);
            float scale = length > 1e-5f * before ? 1 / length : 0;
            for (int i = 0; i < axes[axis].length; i++) {
                axes[axis][i] *= scale;
            }
        }
    }

    private static float length(float[] vector) {
        return (float) Math.sqrt(VectorUtil.dotProduct(vector, vector));
    }

    /** Where a vector lies along the axes. */
    public float[] along(float[] vector) {
        var centred = vector.clone();
        subtract(centred, mean);
        var along = new float[axes.length];
        for (int axis = 0; axis < axes.length; axis++) {
            along[axis] = VectorUtil.dotProduct(centred, axes[axis]);
        }
        return along;
    }
}

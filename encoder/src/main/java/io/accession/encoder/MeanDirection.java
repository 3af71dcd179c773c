package io.accession.encoder;

import java.util.Optional;

/** The direction that vectors have together, each with its weight. */
final class MeanDirection {

    private double[] sum = {};

    /** Only the direction of the vector counts; all have the same length. */
    void add(float[] vector, double weight) {
        if (sum.length == 0) {
            sum = new double[vector.length];
        }
        double length = length(vector);
        for (int i = 0; i < vector.length; i++) {
            sum[i] += weight * vector[i] / length;
        }
    }

    private static double length(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        return Math.sqrt(squares);
    }

    /** Of length 1; empty when there is no direction, or when a number was not finite. */
    Optional<float[]> vector() {
        double squares = 0;
        for (double number : sum) {
            squares += number * number;
        }
        if (!(squares > 0) || Double.isInfinite(squares)) {
            return Optional.empty();
        }
        var vector = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            vector[i] = (float) (sum[i] / Math.sqrt(squares));
        }
        return Optional.of(vector);
    }
}

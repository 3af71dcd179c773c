package io.accession.search.compare;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Turns vectors at random, the same way each time: three rounds of random signs and of a Hadamard transform, which cost far less than a random
 * matrix. The numbers of a turned vector are what it measures along directions that are nearly independent.
 */
final class RandomRotation {

    private static final int ROUNDS = 3;

    private final float[][] signs;
    private final float[] turned;

    /** For vectors of at most {@code size} numbers, which is a power of two. */
    RandomRotation(int size, RandomGenerator random) {
        this.signs = new float[ROUNDS][size];
        this.turned = new float[size];
        for (var round : signs) {
            for (int i = 0; i < size; i++) {
                round[i] = random.nextBoolean() ? 1 : -1;
            }
        }
    }

    /** Not scaled; valid until the next call. */
    float[] turn(float[] vector) {
        Arrays.fill(turned, 0);
        System.arraycopy(vector, 0, turned, 0, vector.length);
        for (var round : signs) {
            for (int i = 0; i < turned.length; i++) {
                turned[i] *= round[i];
            }
            transform();
        }
        return turned;
    }

    private void transform() {
        for (int half = 1; half < turned.length; half *= 2) {
            for (int start = 0; start < turned.length; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    float left = turned[i];
                    float right = turned[i + half];
                    turned[i] = left + right;
                    turned[i + half] = left - right;
                }
            }
        }
    }
}

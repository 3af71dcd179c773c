package io.accession.core.quality;

import java.util.Arrays;

/**
 * A hash that pictures share, but for a few bits, which look the same: of the picture squeezed to 32 × 32, the coarsest waves but for the constant
 * ones, each being stronger than the median of them or not (pHash, by the discrete cosine transform).
 */
final class PerceptualHash {

    private static final int EDGE = 32;
    private static final int WAVES = 8;
    private static final double[][] COSINES = cosines();

    private PerceptualHash() {}

    /** Bit 63 is the wave of one half period in both directions; along the rows first. */
    static long of(LumaPlane luma) {
        var square = luma.square(EDGE);
        var waves = new double[WAVES * WAVES];
        for (int down = 0; down < WAVES; down++) {
            for (int across = 0; across < WAVES; across++) {
                waves[down * WAVES + across] = strength(square, down + 1, across + 1);
            }
        }
        double median = median(waves);
        long hash = 0;
        for (double wave : waves) {
            hash = hash << 1 | (wave > median ? 1 : 0);
        }
        return hash;
    }

    private static double strength(double[][] square, int down, int across) {
        double strength = 0;
        for (int row = 0; row < EDGE; row++) {
            double along = 0;
            for (int column = 0; column < EDGE; column++) {
                along += square[row][column] * COSINES[across][column];
            }
            strength += along * COSINES[down][row];
        }
        return strength;
    }

    private static double median(double[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    private static double[][] cosines() {
        var cosines = new double[WAVES + 1][EDGE];
        for (int wave = 0; wave <= WAVES; wave++) {
            for (int place = 0; place < EDGE; place++) {
                cosines[wave][place] = Math.cos(Math.PI * wave * (2 * place + 1) / (2 * EDGE));
            }
        }
        return cosines;
    }
}

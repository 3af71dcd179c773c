package io.accession.core.quality;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How bright the pixels of a picture are, row by row, on one scale. */
final class LumaPlane {

    private static final int BLUR_REACH = 4;

    private final int width;
    private final int height;
    private final double[] values;

    /** The array is the plane's own from now on. */
    LumaPlane(int width, int height, double[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    double at(int x, int y) {
        return values[y * width + x];
    }

    double mean() {
        return Arrays.stream(values).average().orElse(0);
    }

    double deviation() {
        return Math.sqrt(variance(values));
    }

    /** The variance of the Laplacian (kernel 0 1 0, 1 −4 1, 0 1 0) of the pixels that have four neighbours; 0 when there are none. */
    double laplacianVariance() {
        if (width < 3 || height < 3) {
            return 0;
        }
        var laplacian = new double[(width - 2) * (height - 2)];
        int next = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                laplacian[next++] = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y);
            }
        }
        return variance(laplacian);
    }

    private static double variance(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElse(0);
        return Arrays.stream(numbers)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElse(0);
    }

    /**
     * How little is lost by blurring once more: 0 for sharp edges to 1 for none (Crété-Roffet, Dolmiere, Ladret and Nicolas: The blur effect, 2007). The
     * worse of the two directions; one in which nothing changes does not count.
     */
    double blurEffect() {
        return DoubleStream.of(blurAlongRows(), transposed().blurAlongRows())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    /** NaN when nothing changes along the rows. */
    private double blurAlongRows() {
        double variation = 0;
        double lost = 0;
        for (int y = 0; y < height; y++) {
            int row = y;
            var blurred = IntStream.range(0, width)
                    .mapToDouble(x -> meanAround(x, row))
                    .toArray();
            for (int x = 1; x < width; x++) {
                double step = Math.abs(at(x, y) - at(x - 1, y));
                variation += step;
                lost += Math.max(0, step - Math.abs(blurred[x] - blurred[x - 1]));
            }
        }
        return (variation - lost) / variation;
    }

    /** Of the pixel and up to four on either side in its row; the edge's pixel stands for what lies beyond. */
    private double meanAround(int x, int y) {
        double sum = 0;
        for (int i = x - BLUR_REACH; i <= x + BLUR_REACH; i++) {
            sum += at(Math.clamp(i, 0, width - 1), y);
        }
        return sum / (2 * BLUR_REACH + 1);
    }

    private LumaPlane transposed() {
        var turned = new double[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[x * height + y] = at(x, y);
            }
        }
        return new LumaPlane(height, width, turned);
    }

    /** Squeezed or stretched into a square: each value is the mean of the area that it covers, parts of pixels included. */
    double[][] square(int edge) {
        var square = new double[edge][edge];
        for (int row = 0; row < edge; row++) {
            for (int column = 0; column < edge; column++) {
                square[row][column] = meanOf(
                        (double) column * width / edge,
                        (double) (column + 1) * width / edge,
                        (double) row * height / edge,
                        (double) (row + 1) * height / edge);
            }
        }
        return square;
    }

    private double meanOf(double left, double right, double top, double bottom) {
        double sum = 0;
        for (int y = (int) top; y < Math.min(height, Math.ceil(bottom)); y++) {
            double tall = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < Math.min(width, Math.ceil(right)); x++) {
                sum += tall * (Math.min(right, x + 1) - Math.max(left, x)) * at(x, y);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }
}

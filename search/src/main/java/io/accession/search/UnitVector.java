package io.accession.search;

import java.util.Optional;

/** Vectors of length 1: their cosine is their dot product. */
final class UnitVector {

    private UnitVector() {}

    /** In the direction of the vector; empty for zeros, which have none. */
    static Optional<float[]> of(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        if (squares == 0) {
            return Optional.empty();
        }
        double length = Math.sqrt(squares);
        var unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return Optional.of(unit);
    }
}

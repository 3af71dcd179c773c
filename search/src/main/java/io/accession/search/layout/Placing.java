package io.accession.search.layout;

/**
 * Places vectors by those that were laid out: where the nearest few lie, the nearer the more. It is their median, not their mean, so that a vector between two
 * groups joins one of them and does not fall into the void between. For one thread.
 */
public final class Placing {

    private static final int NEAREST = 8;

    /** The distance of this one of the nearest is the measure for how near the others are. */
    private static final int MEASURE = 3;

    private static final int ROUNDS = 6;

    private final Cells.Look look;
    private final float[] places;
    private final Nearest nearest;
    private final double[] weights;
    private float x;
    private float y;

    Placing(Cells.Look look, float[] places) {
        this.look = look;
        this.places = places;
        this.nearest = new Nearest(Math.min(NEAREST, places.length / 2));
        this.weights = new double[NEAREST];
    }

    /** {@link #x} and {@link #y} tell the place. */
    public void place(float[] vector) {
        look.nearest(vector, nearest);
        weigh();
        x = places[2 * nearest.number(0)];
        y = places[2 * nearest.number(0) + 1];
        if (nearest.distance(0) > 0) {
            for (int round = 0; round < ROUNDS; round++) {
                moveTowardsMedian();
            }
        }
    }

    private void weigh() {
        double measure = Math.max(nearest.distance(Math.min(MEASURE, nearest.count() - 1)), Float.MIN_NORMAL);
        for (int i = 0; i < nearest.count(); i++) {
            weights[i] = Math.exp(-nearest.distance(i) / measure);
        }
    }

    /** A step of Weiszfeld's algorithm, held off the points themselves. */
    private void moveTowardsMedian() {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < nearest.count(); i++) {
            double awayX = places[2 * nearest.number(i)] - x;
            double awayY = places[2 * nearest.number(i) + 1] - y;
            double weight = weights[i] / Math.sqrt(awayX * awayX + awayY * awayY + 0.01);
            sum += weight;
            sumX += weight * places[2 * nearest.number(i)];
            sumY += weight * places[2 * nearest.number(i) + 1];
        }
        x = (float) (sumX / sum);
        y = (float) (sumY / sum);
    }

    public float x() {
        return x;
    }

    public float y() {
        return y;
    }
}

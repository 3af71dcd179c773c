package io.accession.search.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Picks points that are far from one another: each time the one that is farthest from all that were picked (farthest-first traversal). */
public final class DiverseChoice {

    private static final int BETWEEN_CHECKS = 1 << 12;

    private DiverseChoice() {}

    /**
     * Begins with point 0; of points that are equally far the first is picked. The first point has no distance: NaN.
     *
     * @param pace is run again and again; what it throws ends the work
     */
    public static List<Scored> of(Points points, int count, Runnable pace) {
        var picked = new ArrayList<Scored>();
        var nearest = new double[points.count()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int next = 0;
        while (picked.size() < Math.min(count, points.count())) {
            picked.add(new Scored(next, picked.isEmpty() ? Double.NaN : nearest[next]));
            nearest[next] = Double.NEGATIVE_INFINITY;
            next = farthest(points, next, nearest, pace);
        }
        return picked;
    }

    /** After it was taken into account what was picked last. Negative infinity marks what is picked. */
    private static int farthest(Points points, int last, double[] nearest, Runnable pace) {
        int farthest = 0;
        for (int point = 0; point < nearest.length; point++) {
            if (nearest[point] >= 0) {
                nearest[point] = Math.min(nearest[point], points.distance(last, point));
            }
            if (nearest[point] > nearest[farthest]) {
                farthest = point;
            }
            if (point % BETWEEN_CHECKS == 0) {
                pace.run();
            }
        }
        return farthest;
    }
}

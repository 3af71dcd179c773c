package io.accession.search.compare;

import java.util.List;

/** Finds the groups of points that are nearly the same. */
public final class NearDuplicates {

    /** So many vectors are all compared with one another. */
    private static final int ALL_COMPARED = 5_000;

    private static final int BETWEEN_CHECKS = 1 << 12;

    private NearDuplicates() {}

    /**
     * What was found.
     *
     * @param groups numbers of points in ascending order, the largest group first
     * @param isExact false when pairs may have been missed
     */
    public record Found(List<int[]> groups, boolean isExact) {
        public Found {
            groups = List.copyOf(groups);
        }
    }

    /** {@code pace} is run again and again; what it throws ends the work. All pairs at the threshold are found, or nearer. */
    public static Found of(HashPoints points, int threshold, Runnable pace) {
        var grouping = new Grouping(points.count());
        new HashPairs(points, threshold, pace).unite(grouping);
        return new Found(grouping.groups(), true);
    }

    /** Of many vectors, a few pairs may be missed that are just as near as the threshold. */
    public static Found of(VectorPoints points, double threshold, Runnable pace) {
        var grouping = new Grouping(points.count());
        boolean isExact = points.count() <= ALL_COMPARED;
        if (isExact) {
            compareAll(points, threshold, pace, grouping);
        } else {
            new SignaturePairs(points, threshold, pace).unite(grouping);
        }
        return new Found(grouping.groups(), isExact);
    }

    private static void compareAll(Points points, double threshold, Runnable pace, Grouping grouping) {
        int compared = 0;
        for (int one = 0; one < points.count(); one++) {
            for (int other = one + 1; other < points.count(); other++) {
                if (!grouping.areTogether(one, other) && points.distance(one, other) <= threshold) {
                    grouping.unite(one, other);
                }
                if (++compared % BETWEEN_CHECKS == 0) {
                    pace.run();
                }
            }
        }
    }
}

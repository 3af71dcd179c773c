package io.accession.search.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Finds the points whose ten nearest others are farthest from them on average. First all are compared with a sample: that gives each a bound that its
 * true mean cannot exceed. Then the most promising are compared with all, until no bound that is left can matter, or enough was compared.
 */
public final class Outliers {

    /** Neighbours that count. */
    static final int NEIGHBOURS = 10;

    /** Points that all are compared with first, at most. */
    private static final int SAMPLE = 1_024;

    /** Numbers that are looked at, in each of the two parts. */
    private static final long WORK = 20_000_000_000L;

    private static final int BETWEEN_CHECKS = 1 << 12;

    private static final Comparator<Scored> FARTHEST_FIRST =
            Comparator.comparingDouble(Scored::distance).reversed().thenComparingInt(Scored::point);

    private final Points points;
    private final Runnable pace;
    private final double[] means;
    private final NearestDistances nearest;
    private long work;

    private Outliers(Points points, Runnable pace) {
        this.points = points;
        this.pace = pace;
        this.means = new double[points.count()];
        this.nearest = new NearestDistances(Math.clamp(points.count() - 1L, 0, NEIGHBOURS));
    }

    /**
     * What was found.
     *
     * @param outliers the farthest first
     * @param isExact false when some may be missing, and distances be too large, since not enough could be compared
     */
    public record Found(List<Scored> outliers, boolean isExact) {
        public Found {
            outliers = List.copyOf(outliers);
        }
    }

    /** {@code pace} is run again and again; what it throws ends the work. */
    public static Found of(Points points, int count, Runnable pace) {
        return new Outliers(points, pace).find(count);
    }

    private Found find(int count) {
        if (sample()) {
            return new Found(first(count), true);
        }
        var best = new PriorityQueue<Scored>(Comparator.comparingDouble(Scored::distance));
        boolean isExact = refine(best, count);
        return isExact
                ? new Found(best.stream().sorted(FARTHEST_FIRST).toList(), true)
                : new Found(first(count), false);
    }

    private List<Scored> first(int count) {
        return byMean().limit(count)
                .map(point -> new Scored(point, means[point]))
                .toList();
    }

    private Stream<Integer> byMean() {
        var order = new Integer[points.count()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(point -> -means[point]).thenComparingInt(point -> point));
        return Arrays.stream(order);
    }

    /** Whether the sample was everything. */
    private boolean sample() {
        long affordable = WORK / points.size() / Math.max(1, points.count());
        int sample = (int) Math.min(points.count(), Math.min(SAMPLE, Math.max(4L * NEIGHBOURS, affordable)));
        for (int point = 0; point < points.count(); point++) {
            nearest.clear();
            for (int i = 0; i < sample; i++) {
                int other = (int) ((long) i * points.count() / sample);
                if (other != point) {
                    nearest.add(points.distance(point, other));
                }
                checkPace();
            }
            means[point] = nearest.mean();
        }
        return sample == points.count();
    }

    /** Whether all that matter were compared with all; {@code best} are the farthest then. */
    private boolean refine(PriorityQueue<Scored> best, int count) {
        long end = work + WORK / points.size();
        for (int point : byMean().toList()) {
            double least = best.size() < count
                    ? Double.NEGATIVE_INFINITY
                    : best.element().distance();
            if (means[point] <= least) {
                return true;
            }
            if (work > end) {
                return false;
            }
            means[point] = mean(point, least);
            if (means[point] > least) {
                best.add(new Scored(point, means[point]));
                if (best.size() > count) {
                    best.remove();
                }
            }
        }
        return true;
    }

    /** The true mean; or a bound of it that is no more than {@code least}, which is found sooner. */
    private double mean(int point, double least) {
        nearest.clear();
        for (int other = 0; other < points.count(); other++) {
            if (other != point && nearest.add(points.distance(point, other)) && nearest.bound() <= least) {
                return nearest.bound();
            }
            checkPace();
        }
        return nearest.mean();
    }

    private void checkPace() {
        if (++work % BETWEEN_CHECKS == 0) {
            pace.run();
        }
    }
}

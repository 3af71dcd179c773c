package io.accession.search.layout;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.lucene.util.VectorUtil;

/**
 * Chooses the pairs by which PaCMAP lays points out (Wang, Huang, Rudin, Shaposhnik: Understanding How Dimension Reduction Tools Work, JMLR 2021): each point with its
 * neighbours, with some that are halfway near, and with some that are far.
 */
final class PairChoice {

    private static final int NEIGHBOURS = 12;
    private static final int HALFWAY = NEIGHBOURS / 2;
    private static final int FAR = 2 * NEIGHBOURS;

    /** Neighbours are chosen among this many of the nearest, by distance measured by how dense it is around both. */
    private static final int CANDIDATES = 2 * NEIGHBOURS;

    private static final int DENSITY_FROM = 3;
    private static final int DENSITY_TO = 6;
    private static final int TRIED = 6;

    private static final long SEED = 20;

    private final float[][] vectors;
    private final Crew crew;
    private final int candidates;
    private final int[] nearest;
    private final float[] distances;
    private final float[] densities;

    private PairChoice(float[][] vectors, Crew crew) {
        this.vectors = vectors;
        this.crew = crew;
        this.candidates = Math.min(CANDIDATES, vectors.length - 1);
        this.nearest = new int[vectors.length * candidates];
        this.distances = new float[vectors.length * candidates];
        this.densities = new float[vectors.length];
    }

    record Chosen(Pairs near, Pairs halfway, Pairs far) {}

    static Chosen of(float[][] vectors, Cells cells, Crew crew) {
        var choice = new PairChoice(vectors, crew);
        choice.look(cells);
        int points = vectors.length;
        var near = choice.near();
        return new Chosen(
                Pairs.of(near, points),
                Pairs.of(choice.chosen(HALFWAY, choice::halfway), points),
                Pairs.of(choice.chosen(FAR, (point, random) -> choice.far(point, random, near)), points));
    }

    private void look(Cells cells) {
        Arrays.fill(nearest, -1);
        crew.share(vectors.length, (from, to) -> {
            var look = cells.look();
            var found = new Nearest(candidates + 1);
            for (int point = from; point < to; point++) {
                look.nearest(vectors[point], found);
                int place = point * candidates;
                for (int i = 0; i < found.count() && place < (point + 1) * candidates; i++) {
                    if (found.number(i) != point) {
                        nearest[place] = found.number(i);
                        distances[place++] = found.distance(i);
                    }
                }
                densities[point] = density(point);
            }
        });
    }

    /** How far the fourth to sixth of the nearest are. */
    private float density(int point) {
        double sum = 0;
        int counted = 0;
        for (int i = Math.min(DENSITY_FROM, candidates - 1); i < Math.min(DENSITY_TO, candidates); i++) {
            if (nearest[point * candidates + i] >= 0) {
                sum += Math.sqrt(distances[point * candidates + i]);
                counted++;
            }
        }
        return (float) Math.max(1e-10, counted == 0 ? 0 : sum / counted);
    }

    private int[] near() {
        int each = Math.min(NEIGHBOURS, candidates);
        var near = new int[vectors.length * each];
        Arrays.fill(near, -1);
        crew.share(vectors.length, (from, to) -> {
            var scaled = new Nearest(each);
            for (int point = from; point < to; point++) {
                scaled.clear();
                for (int place = point * candidates; place < (point + 1) * candidates; place++) {
                    if (nearest[place] >= 0) {
                        scaled.offer(nearest[place], distances[place] / densities[point] / densities[nearest[place]]);
                    }
                }
                for (int i = 0; i < scaled.count(); i++) {
                    near[point * each + i] = scaled.number(i);
                }
            }
        });
        return near;
    }

    @FunctionalInterface
    private interface Choosing {
        int other(int point, SplittableRandom random);
    }

    /** By chance, which is another for each point and always the same for one. */
    private int[] chosen(int each, Choosing choosing) {
        var chosen = new int[vectors.length * each];
        crew.share(vectors.length, (from, to) -> {
            for (int point = from; point < to; point++) {
                var random = new SplittableRandom(SEED * each + point);
                for (int i = 0; i < each; i++) {
                    chosen[point * each + i] = choosing.other(point, random);
                }
            }
        });
        return chosen;
    }

    /** The second nearest of a few. */
    private int halfway(int point, SplittableRandom random) {
        var nearestOfFew = new Nearest(2);
        for (int i = 0; i < TRIED; i++) {
            int other = random.nextInt(vectors.length);
            if (other != point) {
                nearestOfFew.offer(other, VectorUtil.squareDistance(vectors[point], vectors[other]));
            }
        }
        return nearestOfFew.count() < 2 ? -1 : nearestOfFew.number(1);
    }

    private int far(int point, SplittableRandom random, int[] near) {
        int other = random.nextInt(vectors.length);
        int each = near.length / vectors.length;
        for (int place = point * each; place < (point + 1) * each; place++) {
            if (near[place] == other) {
                return -1;
            }
        }
        return other == point ? -1 : other;
    }
}

package io.accession.search.layout;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * Finds the nearest of many vectors by looking at those in the nearest cells only, of which there are about as many as vectors in each. Now and then a near one
 * that lies in another cell is missed.
 */
public final class Cells {

    private static final int LOOKED_INTO = 10;
    private static final int ROUNDS = 6;
    private static final int SAMPLED_PER_CELL = 32;

    private final float[][] vectors;
    private final float[][] middles;
    private final int[][] members;

    private Cells(float[][] vectors, float[][] middles, int[][] members) {
        this.vectors = vectors;
        this.middles = middles;
        this.members = members;
    }

    /** The vectors come in no particular order: the first ones stand for all. */
    public static Cells of(float[][] vectors, Crew crew) {
        int count = (int) Math.max(1, Math.sqrt(vectors.length));
        int sampled = Math.min(vectors.length, count * SAMPLED_PER_CELL);
        var middles =
                IntStream.range(0, count).mapToObj(i -> vectors[i].clone()).toArray(float[][]::new);
        var cells = new int[vectors.length];
        for (int round = 0; round < ROUNDS; round++) {
            assign(vectors, sampled, middles, cells, crew);
            move(vectors, sampled, middles, cells);
        }
        assign(vectors, vectors.length, middles, cells, crew);
        var sizes = new int[count];
        Arrays.stream(cells).forEach(cell -> sizes[cell]++);
        var members = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = vectors.length - 1; i >= 0; i--) {
            members[cells[i]][--sizes[cells[i]]] = i;
        }
        return new Cells(vectors, middles, members);
    }

    private static void assign(float[][] vectors, int count, float[][] middles, int[] cells, Crew crew) {
        crew.share(count, (from, to) -> {
            var nearest = new Nearest(1);
            for (int i = from; i < to; i++) {
                offer(middles, vectors[i], nearest);
                cells[i] = nearest.number(0);
            }
        });
    }

    private static void offer(float[][] middles, float[] vector, Nearest nearest) {
        nearest.clear();
        for (int cell = 0; cell < middles.length; cell++) {
            nearest.offer(cell, VectorUtil.squareDistance(vector, middles[cell]));
        }
    }

    /** Each middle into the middle of its members. One that has none stays. */
    private static void move(float[][] vectors, int count, float[][] middles, int[] cells) {
        var sums = new float[middles.length][middles[0].length];
        var counts = new int[middles.length];
        for (int i = 0; i < count; i++) {
            var sum = sums[cells[i]];
            for (int j = 0; j < sum.length; j++) {
                sum[j] += vectors[i][j];
            }
            counts[cells[i]]++;
        }
        for (int cell = 0; cell < middles.length; cell++) {
            for (int j = 0; counts[cell] > 0 && j < sums[cell].length; j++) {
                middles[cell][j] = sums[cell][j] / counts[cell];
            }
        }
    }

    /** Looks up the nearest of the vectors, one after the other. For one thread. */
    public final class Look {

        private final Nearest cells = new Nearest(Math.min(LOOKED_INTO, middles.length));

        /** By number. */
        public void nearest(float[] vector, Nearest nearest) {
            offer(middles, vector, cells);
            nearest.clear();
            for (int i = 0; i < cells.count(); i++) {
                for (int member : members[cells.number(i)]) {
                    nearest.offer(member, VectorUtil.squareDistance(vector, vectors[member]));
                }
            }
        }
    }

    public Look look() {
        return new Look();
    }
}

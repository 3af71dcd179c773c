package io.accession.search.layout;

import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Vectors laid out on a plane, and the places of others among them. Safe for use by many threads. */
public final class PlaneLayout {

    /** Neighbours are looked for along so many axes at most. */
    public static final int AXES = 100;

    private static final float SPREAD_AT_FIRST = 0.01f;

    private final Cells cells;
    private final float[] places;

    private PlaneLayout(Cells cells, float[] places) {
        this.cells = cells;
        this.places = places;
    }

    /**
     * Lays vectors out, the foremost axes of which come first.
     *
     * @param vectors one at least, in no particular order
     * @param before where they were: x and y of each, not a number where that is not known; null when they are laid out for the first time
     * @param progress hears the share of the work that is done
     */
    public static PlaneLayout fit(float[][] vectors, float @Nullable [] before, Crew crew, DoubleConsumer progress) {
        var cells = Cells.of(vectors, crew);
        progress.accept(0.1);
        var start = before == null ? outlines(vectors) : before.clone();
        if (vectors.length > 2) {
            var pairs = PairChoice.of(vectors, cells, crew);
            progress.accept(0.3);
            DoubleConsumer moving = share -> progress.accept(0.3 + 0.7 * share);
            if (before == null) {
                Layout.afresh(pairs, start, crew, moving);
            } else {
                join(start, pairs.near());
                Layout.onward(pairs, start, crew, moving);
            }
        }
        return new PlaneLayout(cells, start);
    }

    /** Vectors that were laid out, and where: x and y of each. */
    public static PlaneLayout of(float[][] vectors, float[] places, Crew crew) {
        return new PlaneLayout(Cells.of(vectors, crew), places);
    }

    /** Along the two foremost axes, close together. */
    private static float[] outlines(float[][] vectors) {
        double squares = 0;
        var places = new float[2 * vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            places[2 * i] = vectors[i][0];
            places[2 * i + 1] = vectors[i].length > 1 ? vectors[i][1] : 0;
            squares += places[2 * i] * places[2 * i];
        }
        float scale = squares == 0 ? 0 : (float) (SPREAD_AT_FIRST / Math.sqrt(squares / vectors.length));
        for (int i = 0; i < places.length; i++) {
            places[i] *= scale;
        }
        return places;
    }

    /** What was nowhere begins in the middle of its neighbours that were somewhere. */
    private static void join(float[] places, Pairs near) {
        for (int point = 0; point < places.length / 2; point++) {
            if (Float.isNaN(places[2 * point])) {
                float x = 0;
                float y = 0;
                int counted = 0;
                for (int place = near.from(point); place < near.to(point); place++) {
                    int other = near.other(place);
                    if (!Float.isNaN(places[2 * other])) {
                        x += places[2 * other];
                        y += places[2 * other + 1];
                        counted++;
                    }
                }
                places[2 * point] = counted == 0 ? 0 : x / counted;
                places[2 * point + 1] = counted == 0 ? 0 : y / counted;
            }
        }
    }

    public float x(int number) {
        return places[2 * number];
    }

    public float y(int number) {
        return places[2 * number + 1];
    }

    /** For placing vectors one after the other. For one thread. */
    public Placing placing() {
        return new Placing(cells.look(), places);
    }
}

package io.accession.search.layout;

import io.accession.search.layout.PairChoice.Chosen;
import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Moves points until neighbours lie together and others apart, by the forces of PaCMAP: first the large outlines, then the neighbourhoods. Every point adds up the
 * pulls of its pairs by itself, so that threads change nothing of the outcome.
 */
final class Layout {

    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float TINY = 1e-7f;

    /** How strongly pairs pull at each other, or push. */
    private record Forces(float near, float halfway, float far) {}

    /** The rounds of a layout: those for the outlines, those in between, those for the neighbourhoods. */
    private enum Plan {
        AFRESH(100, 100, 250),
        ONWARD(0, 50, 200);

        private final int outlines;
        private final int between;
        private final int rounds;

        Plan(int outlines, int between, int neighbourhoods) {
            this.outlines = outlines;
            this.between = between;
            this.rounds = outlines + between + neighbourhoods;
        }

        Forces forces(int round) {
            if (round < outlines) {
                float done = (float) round / outlines;
                return new Forces(2, 1_000 * (1 - done) + 3 * done, 1);
            }
            return round < outlines + between ? new Forces(3, 3, 1) : new Forces(1, 0, 1);
        }
    }

    private final Chosen pairs;
    private final float[] places;
    private final float[] pulls;
    private final float[] first;
    private final float[] second;

    private Layout(Chosen pairs, float[] places) {
        this.pairs = pairs;
        this.places = places;
        this.pulls = new float[places.length];
        this.first = new float[places.length];
        this.second = new float[places.length];
    }

    /** Moves points from where they are: x and y of each. {@code progress} hears the share that is done. */
    static void afresh(Chosen pairs, float[] places, Crew crew, DoubleConsumer progress) {
        new Layout(pairs, places).run(Plan.AFRESH, crew, progress);
    }

    /** The same for points that were laid out before: what lies rightly stays about where it is. */
    static void onward(Chosen pairs, float[] places, Crew crew, DoubleConsumer progress) {
        new Layout(pairs, places).run(Plan.ONWARD, crew, progress);
    }

    private void run(Plan plan, Crew crew, DoubleConsumer progress) {
        Arrays.fill(first, 0);
        for (int round = 0; round < plan.rounds; round++) {
            var forces = plan.forces(round);
            crew.share(places.length / 2, (from, to) -> pull(forces, from, to));
            move(round + 1);
            progress.accept((round + 1.0) / plan.rounds);
        }
    }

    private void pull(Forces forces, int from, int to) {
        for (int point = from; point < to; point++) {
            pulls[2 * point] = 0;
            pulls[2 * point + 1] = 0;
            pull(pairs.near(), point, 20 * forces.near, 10);
            if (forces.halfway > 0) {
                pull(pairs.halfway(), point, 20_000 * forces.halfway, 10_000);
            }
            pull(pairs.far(), point, -2 * forces.far, 1);
        }
    }

    /** A pull has the strength of {@code weight} by the square of the distance and {@code reach}. */
    private void pull(Pairs others, int point, float weight, float reach) {
        float x = places[2 * point];
        float y = places[2 * point + 1];
        float sumX = 0;
        float sumY = 0;
        for (int place = others.from(point); place < others.to(point); place++) {
            int other = others.other(place);
            float awayX = x - places[2 * other];
            float awayY = y - places[2 * other + 1];
            float distance = reach + 1 + awayX * awayX + awayY * awayY;
            float strength = weight / (distance * distance);
            sumX += strength * awayX;
            sumY += strength * awayY;
        }
        pulls[2 * point] += sumX;
        pulls[2 * point + 1] += sumY;
    }

    /** A step of the optimiser Adam (Kingma, Ba 2015) with a rate of 1. */
    private void move(int step) {
        float rate = (float) (Math.sqrt(1 - Math.pow(SECOND_DECAY, step)) / (1 - Math.pow(FIRST_DECAY, step)));
        for (int i = 0; i < places.length; i++) {
            first[i] += (1 - FIRST_DECAY) * (pulls[i] - first[i]);
            second[i] += (1 - SECOND_DECAY) * (pulls[i] * pulls[i] - second[i]);
            places[i] -= rate * first[i] / ((float) Math.sqrt(second[i]) + TINY);
        }
    }
}

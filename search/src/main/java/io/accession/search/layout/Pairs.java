package io.accession.search.layout;

/** Pairs of points, as each of both sees them. */
final class Pairs {

    private final int[] starts;
    private final int[] others;

    private Pairs(int[] starts, int[] others) {
        this.starts = starts;
        this.others = others;
    }

    /** {@code chosen} has as many others for each point; a negative one is none. */
    static Pairs of(int[] chosen, int points) {
        int each = chosen.length / points;
        var starts = new int[points + 1];
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] >= 0) {
                starts[i / each + 1]++;
                starts[chosen[i] + 1]++;
            }
        }
        for (int point = 0; point < points; point++) {
            starts[point + 1] += starts[point];
        }
        var next = starts.clone();
        var others = new int[starts[points]];
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] >= 0) {
                others[next[i / each]++] = chosen[i];
                others[next[chosen[i]]++] = i / each;
            }
        }
        return new Pairs(starts, others);
    }

    int from(int point) {
        return starts[point];
    }

    int to(int point) {
        return starts[point + 1];
    }

    int other(int place) {
        return others[place];
    }
}

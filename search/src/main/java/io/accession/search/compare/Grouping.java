package io.accession.search.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Points that were found to be near to one another, directly or over others. */
final class Grouping {

    private final int[] parents;

    Grouping(int points) {
        this.parents = new int[points];
        for (int i = 0; i < points; i++) {
            parents[i] = i;
        }
    }

    /** The least of its group. */
    private int root(int point) {
        int root = point;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    boolean areTogether(int one, int other) {
        return root(one) == root(other);
    }

    void unite(int one, int other) {
        int first = root(one);
        int second = root(other);
        parents[Math.max(first, second)] = Math.min(first, second);
    }

    /** Groups of two and more: the largest first, those of one size by their first points. Each in the order of its points. */
    List<int[]> groups() {
        var sizes = new int[parents.length];
        for (int i = 0; i < parents.length; i++) {
            sizes[root(i)]++;
        }
        var groups = new int[parents.length][];
        var filled = new int[parents.length];
        var found = new ArrayList<int[]>();
        for (int i = 0; i < parents.length; i++) {
            int root = root(i);
            if (sizes[root] > 1) {
                if (root == i) {
                    groups[root] = new int[sizes[root]];
                    found.add(groups[root]);
                }
                groups[root][filled[root]++] = i;
            }
        }
        found.sort(Comparator.<int[]>comparingInt(group -> -group.length).thenComparingInt(group -> group[0]));
        return found;
    }
}

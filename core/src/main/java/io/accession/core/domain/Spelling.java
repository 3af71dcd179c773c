package io.accession.core.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Tells which of the names that there are was probably meant. */
public final class Spelling {

    /** What is longer is not looked at to its end. */
    private static final int COMPARED = 100;

    private Spelling() {}

    /** At most {@code most} of the names, the nearest first. */
    public static List<String> nearest(String unknown, Collection<String> names, int most) {
        return names.stream()
                .sorted(Comparator.comparingInt(name -> distance(name, unknown)))
                .limit(most)
                .toList();
    }

    /** Letters to insert, remove or replace (Levenshtein). */
    private static int distance(String name, String unknown) {
        int length = Math.min(COMPARED, unknown.length());
        var previous = new int[length + 1];
        for (int j = 0; j <= length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= name.length(); i++) {
            var current = new int[length + 1];
            current[0] = i;
            for (int j = 1; j <= length; j++) {
                int replaced = previous[j - 1] + (name.charAt(i - 1) == unknown.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[length];
    }
}

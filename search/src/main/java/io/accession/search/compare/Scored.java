package io.accession.search.compare;

import java.util.Comparator;

/** A point and how far it is from others; NaN where there are none. */
public record Scored(int point, double distance) {

    /** Equally near ones in the order of their numbers. */
    public static final Comparator<Scored> NEAREST_FIRST =
            Comparator.comparingDouble(Scored::distance).thenComparingInt(Scored::point);
}

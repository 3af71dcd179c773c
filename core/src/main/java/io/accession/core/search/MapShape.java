package io.accession.core.search;

import java.util.List;

/** A part of a map. */
public sealed interface MapShape {

    /** Its edges included. */
    record Box(double minX, double minY, double maxX, double maxY) implements MapShape {}

    /**
     * What lies inside a line that is closed from the last corner to the first; where the line crosses itself, what it goes around an odd number of times. A
     * point on the line may be inside or not.
     */
    record Polygon(List<Corner> corners) implements MapShape {
        public Polygon {
            corners = List.copyOf(corners);
        }
    }

    record Corner(double x, double y) {}
}

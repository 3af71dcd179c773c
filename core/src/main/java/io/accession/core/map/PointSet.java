package io.accession.core.map;

/** Points of a map that were stored together, under a number that is larger than those of the sets before. */
public record PointSet(int number, Content content) {

    /**
     * The points.
     *
     * @param areLandmarks whether the map was fitted to them; others were placed by what landmarks they are near to
     * @param points as {@link PackedPoints} has them. The array is the set's own: do not change it
     */
    @SuppressWarnings("ArrayRecordComponent") // sets are large, and nobody compares them
    public record Content(boolean areLandmarks, byte[] points) {}
}

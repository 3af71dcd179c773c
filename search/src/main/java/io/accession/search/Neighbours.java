package io.accession.search;

import java.util.List;

/**
 * What is nearest to a vector, the nearest first; what is as near as another stands in the order of the documents.
 *
 * @param isExact false when a few of the nearest may be missing
 */
record Neighbours(List<Neighbour> nearest, boolean isExact) {

    /**
     * A document with a vector.
     *
     * @param segment its place in the index
     * @param document of an item or of a frame, within the segment
     * @param cosine 1 for the same direction, -1 for the opposite
     */
    record Neighbour(int segment, int document, double cosine) {}

    Neighbours {
        nearest = List.copyOf(nearest);
    }
}

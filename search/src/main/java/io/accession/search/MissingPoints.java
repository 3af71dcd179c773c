package io.accession.search;

import io.accession.core.map.PackedPoints;
import io.accession.core.map.PackedPoints.Point;
import io.accession.core.map.PointSet;
import io.accession.search.layout.Crew;
import io.accession.search.layout.PlaneLayout;
import io.accession.search.layout.PrincipalAxes;
import java.io.IOException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.LeafReader;

/** Places the vectors of an index that are not on a map yet, or are others than those that lie there. */
final class MissingPoints {

    /** So many vectors are looked at before what was placed is stored. */
    private static final int WINDOW = 1 << 16;

    private final MappedVectors vectors;
    private final PlacedPoints points;
    private final PrincipalAxes axes;
    private final PlaneLayout layout;
    private final Crew crew;

    MissingPoints(MappedVectors vectors, PlacedPoints points, PrincipalAxes axes, PlaneLayout layout, Crew crew) {
        this.vectors = vectors;
        this.points = points;
        this.axes = axes;
        this.layout = layout;
        this.crew = crew;
    }

    /** Whether a segment has any. */
    static boolean areIn(MappedVectors vectors, LeafReader segment, PlacedPoints points) throws IOException {
        int size = vectors.size(segment);
        if (size == 0) {
            return false;
        }
        var cursor = vectors.cursor(segment);
        try (var looking = points.look()) {
            for (int ordinal = 0; ordinal < size; ordinal++) {
                if (cursor.at(ordinal) && !isPlaced(looking, cursor)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isPlaced(PlacedPoints.Look looking, MappedVectors.Cursor cursor) throws IOException {
        return looking.at(cursor.high(), cursor.low(), cursor.frame())
                && looking.print() == MappedVectors.print(cursor.vector());
    }

    /** Takes what was placed; false ends the placing. */
    @FunctionalInterface
    interface Sink {
        boolean take(PointSet.Content placed, long looked);
    }

    /** Goes through a segment. The sink may add what it takes to the points. */
    boolean place(LeafReader segment, Sink sink) throws IOException {
        int size = vectors.size(segment);
        for (int from = 0; from < size; from += WINDOW) {
            int length = Math.min(WINDOW, size - from);
            if (!sink.take(window(segment, from, length), length)) {
                return false;
            }
        }
        return true;
    }

    private PointSet.Content window(LeafReader segment, int first, int length) {
        var parts = new ConcurrentLinkedQueue<PackedPoints>();
        crew.share(length, (from, to) -> parts.add(portion(segment, first + from, first + to)));
        var all = PackedPoints.of(parts.stream().mapToInt(PackedPoints::count).sum());
        parts.forEach(all::addAll);
        return all.content(false);
    }

    private PackedPoints portion(LeafReader segment, int from, int to) throws IOException {
        var placed = PackedPoints.of(to - from);
        var cursor = vectors.cursor(segment);
        var placing = layout.placing();
        try (var looking = points.look()) {
            for (int ordinal = from; ordinal < to; ordinal++) {
                if (cursor.at(ordinal) && !isPlaced(looking, cursor)) {
                    var vector = cursor.vector();
                    placing.place(axes.along(vector));
                    placed.add(new Point(
                            cursor.high(),
                            cursor.low(),
                            cursor.frame(),
                            MappedVectors.print(vector),
                            placing.x(),
                            placing.y()));
                }
            }
        }
        return placed;
    }
}

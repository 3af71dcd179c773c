package io.accession.search;

import io.accession.core.search.MappedPoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;

/** Gathers the points of what was found, segment by segment. */
final class PointGathering {

    private final SegmentPoints.Cache segments;
    private final String field;
    private final PlacedPoints points;
    private final IndexThreads threads;
    private final Deadline deadline;

    PointGathering(
            SegmentPoints.Cache segments, String field, PlacedPoints points, IndexThreads threads, Deadline deadline) {
        this.segments = segments;
        this.field = field;
        this.points = points;
        this.threads = threads;
        this.deadline = deadline;
    }

    /** Those of a segment that are wanted: documents with a point. */
    private record Part(LeafReaderContext segment, SegmentPoints places, FixedBitSet documents, int count) {}

    long count(Matches matches) throws IOException {
        return parts(matches).stream().mapToLong(Part::count).sum();
    }

    MappedPoints gather(Matches matches) throws IOException {
        var parts = parts(matches);
        int all = Math.toIntExact(parts.stream().mapToLong(Part::count).sum());
        var gathered = new MappedPoints(points.version(), new float[2 * all], new long[2 * all], new int[all]);
        var work = new ArrayList<Callable<Boolean>>();
        int from = 0;
        for (var part : parts) {
            int first = from;
            work.add(() -> {
                gather(part, gathered, first);
                return true;
            });
            from += part.count;
        }
        threads.all(work);
        return gathered;
    }

    private List<Part> parts(Matches matches) throws IOException {
        var parts = new Part[matches.leaves().size()];
        threads.all(matches.leaves().stream()
                .<Callable<Boolean>>map(leaf -> () -> {
                    parts[leaf.segment().ord] = part(leaf);
                    return true;
                })
                .toList());
        return List.of(parts);
    }

    private Part part(Matches.Leaf leaf) throws IOException {
        deadline.check();
        var segment = leaf.segment().reader();
        var places = segments.of(segment, field, points);
        var documents = FrameBlocks.of(segment).withFrames(leaf.documents());
        for (int document = 0; document < documents.length(); document++) {
            if (documents.get(document) && !places.has(document)) {
                documents.clear(document);
            }
        }
        return new Part(leaf.segment(), places, documents, documents.cardinality());
    }

    private void gather(Part part, MappedPoints gathered, int first) throws IOException {
        deadline.check();
        var owners = new DocumentOwners(part.segment.reader());
        int point = first;
        for (int document = 0; document < part.documents.length(); document++) {
            if (part.documents.get(document)) {
                owners.at(document);
                gathered.coordinates()[2 * point] = part.places.x()[document];
                gathered.coordinates()[2 * point + 1] = part.places.y()[document];
                gathered.ids()[2 * point] = owners.high();
                gathered.ids()[2 * point + 1] = owners.low();
                gathered.frames()[point] = owners.frame();
                point++;
            }
        }
    }
}

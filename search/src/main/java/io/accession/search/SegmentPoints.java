package io.accession.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Where the vectors of a segment lie on a map, document by document; deleted ones too.
 *
 * @param x not a number where a document has no vector, or it is not placed yet
 * @param missing how many are not placed yet
 * @param revision of the points that this was made of
 */
@SuppressWarnings("ArrayRecordComponent") // one place for each document, and nobody compares them
record SegmentPoints(float[] x, float[] y, int missing, int revision) {

    boolean has(int document) {
        return !Float.isNaN(x[document]);
    }

    private boolean isOf(PlacedPoints points) {
        return revision >= (missing == 0 ? points.movedRevision() : points.revision());
    }

    private static SegmentPoints of(LeafReader segment, String field, PlacedPoints points) throws IOException {
        int size = segment.maxDoc();
        var x = new float[size];
        Arrays.fill(x, Float.NaN);
        var y = new float[size];
        int revision = points.revision();
        var vectors = segment.getFloatVectorValues(field);
        if (vectors == null) {
            return new SegmentPoints(x, y, 0, revision);
        }
        int missing = 0;
        try (var looking = points.look()) {
            var owners = new DocumentOwners(segment);
            var documents = vectors.iterator();
            for (int one = documents.nextDoc(); one != DocIdSetIterator.NO_MORE_DOCS; one = documents.nextDoc()) {
                owners.at(one);
                if (looking.at(owners.high(), owners.low(), owners.frame())) {
                    x[one] = looking.x();
                    y[one] = looking.y();
                } else {
                    missing++;
                }
            }
        }
        return new SegmentPoints(x, y, missing, revision);
    }

    /** Made once for each segment and map, and again when points are placed that were missing or have moved. Safe for use by many threads. */
    static final class Cache {

        private record Key(IndexReader.CacheKey segment, String field) {}

        private record Entry(PlacedPoints points, SegmentPoints made) {}

        private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

        SegmentPoints of(LeafReader segment, String field, PlacedPoints points) throws IOException {
            var cached = segment.getCoreCacheHelper();
            if (cached == null) {
                return SegmentPoints.of(segment, field, points);
            }
            var key = new Key(cached.getKey(), field);
            var known = entries.get(key);
            if (known != null && known.points == points && known.made.isOf(points)) {
                return known.made;
            }
            var made = SegmentPoints.of(segment, field, points);
            if (entries.put(key, new Entry(points, made)) == null) {
                cached.addClosedListener(
                        segmentKey -> entries.keySet().removeIf(one -> one.segment.equals(segmentKey)));
            }
            return made;
        }
    }
}

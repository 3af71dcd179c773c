package io.accession.search;

import io.accession.search.layout.Crew;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The vectors under a key in an index that stays as it is, each with whose it is. */
final class MappedVectors {

    private final List<LeafReaderContext> segments;
    private final String field;

    MappedVectors(IndexReader reader, String field) {
        this.segments = reader.leaves();
        this.field = field;
    }

    List<LeafReaderContext> segments() {
        return segments;
    }

    /** How many there are in a segment, deleted ones included. */
    int size(LeafReader segment) throws IOException {
        var vectors = segment.getFloatVectorValues(field);
        return vectors == null ? 0 : vectors.size();
    }

    long size() throws IOException {
        long all = 0;
        for (var segment : segments) {
            all += size(segment.reader());
        }
        return all;
    }

    /** How many numbers a vector has. */
    int dimension() throws IOException {
        for (var segment : segments) {
            var vectors = segment.reader().getFloatVectorValues(field);
            if (vectors != null) {
                return vectors.dimension();
            }
        }
        return 0;
    }

    /** By which a vector is told from another one that the same item, or frame, had before. */
    static int print(float[] vector) {
        return Arrays.hashCode(vector);
    }

    /** Goes through vectors of a segment in ascending order, for one thread. */
    Cursor cursor(LeafReader segment) throws IOException {
        return new Cursor(segment, field);
    }

    /** Hears of every vector that is not deleted. */
    @FunctionalInterface
    interface Visitor {
        void visit(int segment, Cursor cursor) throws IOException;
    }

    /** One segment after the other; segments side by side, so that the visitor has to bear with many threads. */
    void visit(Crew crew, Visitor visitor) {
        crew.share(segments.size(), (from, to) -> {
            for (int i = from; i < to; i++) {
                var segment = segments.get(i).reader();
                int size = size(segment);
                var cursor = size == 0 ? null : cursor(segment);
                for (int ordinal = 0; cursor != null && ordinal < size; ordinal++) {
                    if (cursor.at(ordinal)) {
                        visitor.visit(i, cursor);
                    }
                }
            }
        });
    }

    /** A vector of a segment and whose it is. */
    static final class Cursor {

        private final FloatVectorValues vectors;
        private final DocumentOwners owners;
        private final @Nullable Bits live;
        private int ordinal;

        private Cursor(LeafReader segment, String field) throws IOException {
            this.vectors = segment.getFloatVectorValues(field);
            this.owners = new DocumentOwners(segment);
            this.live = segment.getLiveDocs();
        }

        /** False when it is deleted. Ordinals ascend. */
        boolean at(int next) throws IOException {
            ordinal = next;
            int document = vectors.ordToDoc(next);
            if (live != null && !live.get(document)) {
                return false;
            }
            owners.at(document);
            return true;
        }

        int ordinal() {
            return ordinal;
        }

        long high() throws IOException {
            return owners.high();
        }

        long low() throws IOException {
            return owners.low();
        }

        int frame() throws IOException {
            return owners.frame();
        }

        /** Until the cursor moves on. */
        float[] vector() throws IOException {
            return vector(ordinal);
        }

        /** One anywhere in the segment, whose ever it is; until the next one is asked for. */
        float[] vector(int anyOrdinal) throws IOException {
            return vectors.vectorValue(anyOrdinal);
        }
    }
}

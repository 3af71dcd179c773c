package io.accession.core.embedding;

import io.accession.core.schema.TypedValue;
import java.util.HashMap;
import java.util.Map;

/**
 * A frame of a video that can be found on its own.
 *
 * @param number counted from 0
 * @param isKeyFrame it is named by the metadata, or has an imported vector; the others are samples
 * @param values its own metadata and vectors, by key
 */
public record IndexedFrame(long number, boolean isKeyFrame, Map<String, TypedValue> values) {

    public IndexedFrame {
        values = Map.copyOf(values);
    }

    /** The same frame as a key frame, with the values of another, which count before its own. */
    IndexedFrame with(IndexedFrame other) {
        var both = new HashMap<>(values);
        both.putAll(other.values);
        return new IndexedFrame(number, true, both);
    }

    public Map<String, TypedValue.Vector> vectors() {
        var vectors = new HashMap<String, TypedValue.Vector>();
        values.forEach((key, value) -> {
            if (value instanceof TypedValue.Vector vector) {
                vectors.put(key, vector);
            }
        });
        return vectors;
    }
}

package io.accession.core.embedding;

import io.accession.core.schema.TypedValue;
import java.util.Map;

/**
 * A frame of a video that can be found on its own.
 *
 * @param number counted from 0
 * @param isKeyFrame it is named by the metadata, or has an imported vector; the others are samples
 * @param values its own metadata and vectors, by key
 */
public record IndexedFrame(long number, boolean isKeyFrame, Map<String, TypedValue> values) {}

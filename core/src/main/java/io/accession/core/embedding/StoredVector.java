package io.accession.core.embedding;

/**
 * A vector that came in bulk to an item that is known from where this stands.
 *
 * @param frame of a video, from 0; {@link ItemVector#NO_FRAME} for the item itself
 * @param vector finite numbers, not all 0. The array is the vector's own: do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are many and long, and nobody compares them
public record StoredVector(String key, long frame, float[] vector) {}

package io.accession.core.embedding;

import io.accession.core.domain.ItemId;

/**
 * A vector and whose it is; its key is known from where it stands.
 *
 * @param frame of a video, from 0; {@link #NO_FRAME} for the item itself
 * @param vector finite numbers. The array is the vector's own: do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are many and long, and nobody compares them
public record ItemVector(ItemId item, long frame, float[] vector) {

    public static final long NO_FRAME = -1;

    public ItemVector {
        if (frame < NO_FRAME) {
            throw new IllegalArgumentException("frames count from 0, got " + frame);
        }
    }
}

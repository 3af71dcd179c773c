package io.accession.api.numpy;

/**
 * One vector and whose it is.
 *
 * @param item as it was written: a UUID when it is right
 * @param frame of a video, from 0; negative for the item itself
 * @param vector the row's own: do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are many and long, and nobody compares them
public record VectorRow(String item, long frame, float[] vector) {

    public static final long NO_FRAME = -1;
}

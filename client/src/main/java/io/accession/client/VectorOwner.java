package io.accession.client;

/**
 * Whose a vector is.
 *
 * @param item an item's id, as it was written
 * @param frame of a video, from 0; -1 for the item itself
 */
public record VectorOwner(String item, long frame) {}

package io.accession.core.search;

/**
 * Points of a map, in no order.
 *
 * @param coordinates x and y of each
 * @param ids the halves of the id of each item
 * @param frames of a video; -1 for the item itself
 */
@SuppressWarnings("ArrayRecordComponent") // there may be a million points, and nobody compares them
public record MappedPoints(int version, float[] coordinates, long[] ids, int[] frames) {}

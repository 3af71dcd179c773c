package io.accession.media;

/** Whole numbers in bytes of either order. */
final class LittleAndBig {

    private LittleAndBig() {}

    /** Up to eight bytes from the offset on, without a sign unless there are eight. */
    static long number(byte[] bytes, int offset, int length, boolean bigEndian) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            int shift = 8 * (bigEndian ? length - 1 - i : i);
            value |= (bytes[offset + i] & 0xFFL) << shift;
        }
        return value;
    }

    /** The same with the sign of its highest bit. */
    static long signed(byte[] bytes, int offset, int length, boolean bigEndian) {
        int unused = Long.SIZE - 8 * length;
        return number(bytes, offset, length, bigEndian) << unused >> unused;
    }
}

package io.accession.core.manifest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the end of a run of plain string characters, eight bytes at a time. */
final class PlainBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long SPACES = ONES * ' ';

    private PlainBytes() {}

    /** The first index from {@code at} with a quote, a backslash, a control character or a byte that is not ASCII; else {@code end}. */
    static int skip(byte[] bytes, int at, int end) {
        int next = at;
        for (; next + Long.BYTES <= end; next += Long.BYTES) {
            long special = special((long) LONGS.get(bytes, next));
            if (special != 0) {
                return next + (Long.numberOfTrailingZeros(special) >>> 3);
            }
        }
        while (next < end && isPlain(bytes[next])) {
            next++;
        }
        return next;
    }

    /** Borrows make false marks only above a true one, so that the lowest mark is right. */
    private static long special(long eight) {
        long quotes = eight ^ QUOTES;
        long backslashes = eight ^ BACKSLASHES;
        return (((quotes - ONES) & ~quotes)
                        | ((backslashes - ONES) & ~backslashes)
                        | ((eight - SPACES) & ~eight)
                        | eight)
                & HIGH_BITS;
    }

    private static boolean isPlain(byte character) {
        return character >= ' ' && character != '"' && character != '\\';
    }
}

package io.accession.core.object;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The first 16 bytes of a SHA-256 over the kind of an item and the location of its object, or of its objects in order. Two
 * entries with the same hash ask for the same item.
 */
public record IdentityHash(long high, long low) {

    public static IdentityHash of(byte[] sha256) {
        return new IdentityHash(longAt(sha256, 0), longAt(sha256, 8));
    }

    public byte[] bytes() {
        var bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (high >>> (56 - 8 * i));
            bytes[8 + i] = (byte) (low >>> (56 - 8 * i));
        }
        return bytes;
    }

    private static long longAt(byte[] bytes, int offset) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (bytes[offset + i] & 0xFF);
        }
        return value;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(Arrays.copyOf(bytes(), 16));
    }
}

package io.accession.media;

import java.util.Arrays;

/** Bits of a parameter set: the first bit of a byte is its highest. */
final class BitReader {

    private final byte[] bytes;
    private int position;

    private BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static BitReader of(byte[] bytes) {
        return new BitReader(bytes);
    }

    /** A unit of a stream: leaves out the bytes that only keep start codes apart: a 3 behind two zeros. */
    static BitReader ofUnit(byte[] unit) {
        var kept = new byte[unit.length];
        int length = 0;
        int zeros = 0;
        for (byte value : unit) {
            if (zeros >= 2 && value == 3) {
                zeros = 0;
                continue;
            }
            zeros = value == 0 ? zeros + 1 : 0;
            kept[length++] = value;
        }
        return new BitReader(Arrays.copyOf(kept, length));
    }

    boolean flag() throws BadMediaException {
        return bits(1) == 1;
    }

    /** At most 31 bits. */
    int bits(int count) throws BadMediaException {
        int value = 0;
        for (int i = 0; i < count; i++, position++) {
            if (position >= 8 * bytes.length) {
                throw BadMediaException.damaged("A parameter set ends too early");
            }
            value = (value << 1) | ((bytes[position >> 3] >> (7 - (position & 7))) & 1);
        }
        return value;
    }

    void skip(int count) throws BadMediaException {
        for (int left = count; left > 0; left -= 31) {
            bits(Math.min(left, 31));
        }
    }

    /** An Exp-Golomb code ({@code ue(v)}). */
    int unsigned() throws BadMediaException {
        int zeros = 0;
        while (!flag()) {
            if (++zeros > 30) {
                throw BadMediaException.damaged("A parameter set holds an impossible number");
            }
        }
        return (1 << zeros) - 1 + bits(zeros);
    }

    /** A signed Exp-Golomb code ({@code se(v)}). */
    int signed() throws BadMediaException {
        int code = unsigned();
        return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    }
}

package io.accession.core.manifest;

import java.io.InputStream;
import java.util.Arrays;

/** One character again and again. */
final class Endless extends InputStream {

    private final byte character;
    private long left;

    private Endless(byte character, long length) {
        this.character = character;
        this.left = length;
    }

    static Endless of(char character, long length) {
        return new Endless((byte) character, length);
    }

    @Override
    public int read() {
        return left-- > 0 ? character : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        int count = (int) Math.min(length, left);
        Arrays.fill(target, offset, offset + count, character);
        left -= count;
        return count;
    }
}

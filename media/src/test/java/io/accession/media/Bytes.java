package io.accession.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes bytes of a made-up file one number after the other. */
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean bigEndian;

    private Bytes(boolean bigEndian) {
        this.bigEndian = bigEndian;
    }

    static Bytes bigEndian() {
        return new Bytes(true);
    }

    static Bytes littleEndian() {
        return new Bytes(false);
    }

    Bytes u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Bytes u16(int value) {
        return number(value, 2);
    }

    Bytes u32(long value) {
        return number(value, 4);
    }

    Bytes u64(long value) {
        return number(value, 8);
    }

    Bytes text(String text) {
        return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Bytes zeros(int count) {
        return bytes(new byte[count]);
    }

    Bytes bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] done() {
        return out.toByteArray();
    }

    private Bytes number(long value, int count) {
        for (int i = 0; i < count; i++) {
            out.write((int) (value >>> (8 * (bigEndian ? count - 1 - i : i))));
        }
        return this;
    }
}

package io.accession.server.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that become more; numbers begin with their lowest byte. */
final class Bytes {

    private static final int FIRST = 64;

    private byte[] array = new byte[FIRST];
    private ByteBuffer bytes = over(array);

    private static ByteBuffer over(byte[] array) {
        return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer room(int wanted) {
        if (bytes.remaining() < wanted) {
            int size = bytes.position();
            array = Arrays.copyOf(array, Math.addExact(size, Math.max(size, wanted)));
            bytes = over(array).position(size);
        }
        return bytes;
    }

    int size() {
        return bytes.position();
    }

    void clear() {
        bytes.clear();
    }

    void one(int value) {
        room(1).put((byte) value);
    }

    void int32(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void int64(long value) {
        room(Long.BYTES).putLong(value);
    }

    void float32(float value) {
        room(Float.BYTES).putFloat(value);
    }

    void float64(double value) {
        room(Double.BYTES).putDouble(value);
    }

    void varint(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            one((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        one((int) left);
    }

    void zigzag(long value) {
        varint(value << 1 ^ value >> 63);
    }

    void add(byte[] more) {
        room(more.length).put(more);
    }

    void add(Bytes more) {
        room(more.size()).put(more.array, 0, more.size());
    }

    byte[] copy() {
        return Arrays.copyOf(array, size());
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(array, 0, size());
    }
}

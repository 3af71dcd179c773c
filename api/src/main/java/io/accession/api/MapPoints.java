package io.accession.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/**
 * Points of a map as they are sent, little-endian: the letters ACPT, the number 1, the map's version and the number of points, as 32-bit integers; x and y of each
 * as 32-bit floats; the 16 bytes of each item's id in the order in which ids are written; the frame of each as a 32-bit integer, -1 for the item itself.
 *
 * @param coordinates x and y of each point
 * @param ids both halves of each item's id
 * @param frames as many as there are points
 */
@SuppressWarnings("ArrayRecordComponent") // there may be a million points, and nobody compares them
public record MapPoints(int version, float[] coordinates, long[] ids, int[] frames) {

    public static final String MEDIA_TYPE = "application/vnd.accession.points";

    private static final int MAGIC = 0x54504341; // "ACPT" read as a little-endian number
    private static final int LAYOUT = 1;
    private static final int HEADER_BYTES = 16;
    private static final int POINT_BYTES = 28;

    /** Points are written and read in portions. */
    private static final int PORTION = 8_192;

    public int count() {
        return frames.length;
    }

    public UUID item(int point) {
        return new UUID(ids[2 * point], ids[2 * point + 1]);
    }

    /** Of all of it. */
    public long bytes() {
        return HEADER_BYTES + (long) POINT_BYTES * count();
    }

    public void write(OutputStream out) throws IOException {
        var header = new byte[HEADER_BYTES];
        little(header).putInt(MAGIC).putInt(LAYOUT).putInt(version).putInt(count());
        out.write(header);
        inPortions(coordinates.length, (from, length) -> {
            var bytes = new byte[length * Float.BYTES];
            little(bytes).asFloatBuffer().put(coordinates, from, length);
            out.write(bytes);
        });
        inPortions(ids.length, (from, length) -> {
            var bytes = new byte[length * Long.BYTES];
            ByteBuffer.wrap(bytes).asLongBuffer().put(ids, from, length); // as ids are written, not as numbers are
            out.write(bytes);
        });
        inPortions(frames.length, (from, length) -> {
            var bytes = new byte[length * Integer.BYTES];
            little(bytes).asIntBuffer().put(frames, from, length);
            out.write(bytes);
        });
    }

    @FunctionalInterface
    private interface Portion {
        void write(int from, int length) throws IOException;
    }

    private static void inPortions(int all, Portion portion) throws IOException {
        for (int from = 0; from < all; from += PORTION) {
            portion.write(from, Math.min(PORTION, all - from));
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads all of it.
     *
     * @throws IOException also when these are no points, or they end early
     */
    public static MapPoints read(InputStream in) throws IOException {
        var header = little(read(in, HEADER_BYTES));
        if (header.getInt() != MAGIC || header.getInt() != LAYOUT) {
            throw new IOException("These are no points of a map, or of a newer form.");
        }
        int version = header.getInt();
        int count = header.getInt();
        var points = new MapPoints(version, new float[2 * count], new long[2 * count], new int[count]);
        little(read(in, 2 * Float.BYTES * count)).asFloatBuffer().get(points.coordinates);
        ByteBuffer.wrap(read(in, 2 * Long.BYTES * count)).asLongBuffer().get(points.ids);
        little(read(in, Integer.BYTES * count)).asIntBuffer().get(points.frames);
        return points;
    }

    private static byte[] read(InputStream in, int bytes) throws IOException {
        var read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new IOException("The points end early.");
        }
        return read;
    }
}

package io.accession.core.map;

import java.nio.ByteBuffer;

/** Points as they are kept: 32 bytes each, big-endian, one after the other. Being written, or read; for one thread. */
public final class PackedPoints {

    public static final int BYTES = 32;

    private final ByteBuffer buffer;

    private PackedPoints(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /** Room for that many. */
    public static PackedPoints of(int most) {
        return new PackedPoints(ByteBuffer.allocate(Math.multiplyExact(most, BYTES)));
    }

    /** Those of a set. */
    public static PackedPoints of(PointSet.Content content) {
        return new PackedPoints(ByteBuffer.wrap(content.points()));
    }

    /**
     * A point.
     *
     * @param high half of the item's id, and {@code low} the other
     * @param frame of a video; -1 for the item itself
     * @param print by which another vector is told from the one that lies here
     */
    public record Point(long high, long low, int frame, int print, float x, float y) {}

    public void add(Point point) {
        buffer.putLong(point.high)
                .putLong(point.low)
                .putInt(point.frame)
                .putInt(point.print)
                .putFloat(point.x)
                .putFloat(point.y);
    }

    /** What another one has written. */
    public void addAll(PackedPoints other) {
        buffer.put(other.buffer.duplicate().flip());
    }

    public boolean hasNext() {
        return buffer.remaining() >= BYTES;
    }

    public Point next() {
        return new Point(
                buffer.getLong(),
                buffer.getLong(),
                buffer.getInt(),
                buffer.getInt(),
                buffer.getFloat(),
                buffer.getFloat());
    }

    /** How many were written. */
    public int count() {
        return buffer.position() / BYTES;
    }

    /** What was written. */
    public PointSet.Content content(boolean areLandmarks) {
        var points = new byte[buffer.position()];
        buffer.get(0, points);
        return new PointSet.Content(areLandmarks, points);
    }
}

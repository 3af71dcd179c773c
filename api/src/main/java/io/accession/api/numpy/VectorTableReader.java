package io.accession.api.numpy;

import io.accession.api.numpy.NpyHeader.Field;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a structured array of one dimension whose elements have the fields {@code id}, {@code vector} and, if they want, {@code frame}. Other
 * fields are not looked at. For one thread.
 */
public final class VectorTableReader {

    public static final String MEDIA_TYPE = "application/x-npy";

    /** Bytes: more than any embedding has. */
    private static final int LARGEST_ELEMENT = 1 << 20;

    private final InputStream in;
    private final Place id;
    private final @Nullable Place frame;
    private final Place vector;
    private final ByteBuffer row;
    private long left;

    /** Where a field lies in an element. */
    private record Place(Field field, int offset) {}

    /** Reads the header. */
    public VectorTableReader(InputStream in) throws IOException {
        this.in = in;
        var header = NpyHeader.read(in);
        if (header.shape().size() != 1 || header.elementBytes() > LARGEST_ELEMENT) {
            throw shapeless();
        }
        var id = find(header, "id");
        var vector = find(header, "vector");
        this.frame = find(header, "frame").orElse(null);
        if (id.isEmpty() || vector.isEmpty()) {
            throw shapeless();
        }
        this.id = id.get();
        this.vector = vector.get();
        if (!this.id.field.type().isText()
                || this.id.field.count() != 1
                || !this.vector.field.type().isFloat()
                || (frame != null && !(frame.field.type().isInteger() && frame.field.count() == 1))) {
            throw shapeless();
        }
        this.left = header.shape().getFirst();
        this.row = ByteBuffer.allocate((int) header.elementBytes());
    }

    private static NpyFormatException shapeless() {
        return new NpyFormatException(
                "A structured array of one dimension is expected, with the fields id (S36 or U36), vector (float16, float32"
                        + " or float64, with its length) and, for frames of videos, frame (an integer; -1 for the item itself).");
    }

    private static Optional<Place> find(NpyHeader header, String name) {
        int offset = 0;
        for (var field : header.fields()) {
            if (field.name().equals(name)) {
                return Optional.of(new Place(field, offset));
            }
            offset += (int) field.bytes();
        }
        return Optional.empty();
    }

    /** How many numbers each vector has. */
    public int size() {
        return vector.field.count();
    }

    /** How many rows there are still to come, if the header is right. */
    public long left() {
        return left;
    }

    /** The next row; empty at the end. */
    public Optional<VectorRow> next() throws IOException {
        if (left == 0) {
            return Optional.empty();
        }
        if (in.readNBytes(row.array(), 0, row.capacity()) < row.capacity()) {
            throw new NpyFormatException("The .npy file ends " + left + " rows too early.");
        }
        left--;
        var numbers = new float[size()];
        var type = vector.field.type();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = type.floating(row, vector.offset + i * type.bytes());
        }
        return Optional.of(new VectorRow(
                id.field.type().text(row, id.offset),
                frame == null ? VectorRow.NO_FRAME : frame.field.type().integer(row, frame.offset),
                numbers));
    }
}

package io.accession.api.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of {@code .npy} files: headers, all of the same length, and what follows them. */
public final class NpyWriting {

    public static final int HEADER_BYTES = NpyHeader.WRITTEN_BYTES;

    private static final int ID_BYTES = 36;

    private NpyWriting() {}

    /** Of the structured array that {@link VectorTableReader} takes. */
    public static byte[] tableHeader(int size, long rows) {
        var fields = "[('id', '|S36'), ('frame', '<i8'), ('vector', '<f4', (" + size + ",))]";
        return NpyHeader.write(fields, rows + ",");
    }

    /** An id that is longer than a UUID is cut. */
    public static byte[] tableRow(VectorRow row) {
        var bytes = ByteBuffer.allocate(ID_BYTES + 8 + 4 * row.vector().length).order(ByteOrder.LITTLE_ENDIAN);
        var id = row.item().getBytes(StandardCharsets.ISO_8859_1);
        bytes.put(id, 0, Math.min(ID_BYTES, id.length)).position(ID_BYTES);
        bytes.putLong(row.frame());
        put(row.vector(), bytes);
        return bytes.array();
    }

    /** Of vectors by numbers. */
    public static byte[] matrixHeader(int size, long rows) {
        return NpyHeader.write("'<f4'", rows + ", " + size);
    }

    public static byte[] matrixRow(float[] vector) {
        var bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        put(vector, bytes);
        return bytes.array();
    }

    private static void put(float[] vector, ByteBuffer bytes) {
        for (float number : vector) {
            bytes.putFloat(number);
        }
    }
}

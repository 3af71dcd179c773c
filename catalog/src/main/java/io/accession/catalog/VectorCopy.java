package io.accession.catalog;

import io.accession.core.embedding.ItemVector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How vectors are kept: their numbers as float4, little-endian, one after the other. */
public final class VectorCopy {

    private static final int COLUMNS = 4;
    private static final String VECTORS = "COPY item_vector (item_id, key, frame, vector) FROM STDIN (FORMAT binary)";

    private VectorCopy() {}

    public static void store(Handle handle, String key, List<ItemVector> vectors) {
        try {
            BinaryCopy.into(handle, VECTORS, copy -> {
                for (var vector : vectors) {
                    copy.row(COLUMNS)
                            .put(vector.item().value())
                            .put(key)
                            .put(vector.frame())
                            .put(bytes(vector.vector()));
                }
            });
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    public static byte[] bytes(float[] vector) {
        var bytes = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    public static float[] vector(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}

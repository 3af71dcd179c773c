package io.accession.client;

import io.accession.api.EmbeddingImport;
import io.accession.api.EmbeddingRemoval;
import io.accession.api.numpy.MatrixReader;
import io.accession.api.numpy.VectorTableReader;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Vectors in bulk, in NumPy's file format. */
public final class Embeddings {

    private final Connection connection;

    Embeddings(Connection connection) {
        this.connection = connection;
    }

    /**
     * Sends a structured array with the fields {@code id}, {@code vector} and, if it has them, {@code frame}, as NumPy saves it. The stream is
     * closed afterwards.
     */
    public EmbeddingImport store(String key, InputStream table) {
        return connection.upload(
                vectors(key), Manifest.stream(VectorTableReader.MEDIA_TYPE, table), EmbeddingImport.class);
    }

    /** Sends the rows of a matrix, and whose they are in the same order. There have to be as many owners as rows. */
    public EmbeddingImport store(String key, MatrixReader matrix, List<VectorOwner> owners) {
        return store(key, new VectorTableStream(matrix, owners));
    }

    /** All vectors under the key of the items in a folder and below, those of their metadata too, as {@link #store} takes them. To be closed. */
    public InputStream export(String key, UUID folder) {
        return connection.open(vectors(key).with("folder", folder), VectorTableReader.MEDIA_TYPE);
    }

    /** Forgets the vectors that came in bulk to the items in a folder and below. Those of the metadata stay. */
    public long remove(String key, UUID folder) {
        return connection
                .post(Route.to("embeddings", key, "removals").with("folder", folder), EmbeddingRemoval.class)
                .removed();
    }

    private static Route vectors(String key) {
        return Route.to("embeddings", key, "vectors");
    }
}

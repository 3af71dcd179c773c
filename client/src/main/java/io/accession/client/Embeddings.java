package io.accession.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.EmbeddingImport;
import io.accession.api.EmbeddingMap;
import io.accession.api.EmbeddingRemoval;
import io.accession.api.MapPoints;
import io.accession.api.PointSelection;
import io.accession.api.numpy.MatrixReader;
import io.accession.api.numpy.VectorTableReader;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Vectors in bulk, in NumPy's file format or in Parquet. */
public final class Embeddings {

    private static final String PARQUET = "application/vnd.apache.parquet";

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

    /**
     * Sends a Parquet file with the columns {@code id}, {@code vector}, which holds lists of numbers, and, if it has one, {@code frame}. The stream is
     * closed afterwards.
     */
    public EmbeddingImport storeParquet(String key, InputStream file) {
        return connection.upload(vectors(key), Manifest.stream(PARQUET, file), EmbeddingImport.class);
    }

    /** Sends the rows of a matrix, and whose they are in the same order. There have to be as many owners as rows. */
    public EmbeddingImport store(String key, MatrixReader matrix, List<VectorOwner> owners) {
        return store(key, new VectorTableStream(matrix, owners));
    }

    /** All vectors under the key of the items in a folder and below, those of their metadata too, as {@link #store} takes them. To be closed. */
    public InputStream export(String key, UUID folder) {
        return connection.open(vectors(key).with("folder", folder), VectorTableReader.MEDIA_TYPE);
    }

    /** The same as {@link #storeParquet} takes it. To be closed. */
    public InputStream exportParquet(String key, UUID folder) {
        return connection.open(vectors(key).with("folder", folder).with("format", "parquet"), PARQUET);
    }

    /** Forgets the vectors that came in bulk to the items in a folder and below. Those of the metadata stay. */
    public long remove(String key, UUID folder) {
        return connection
                .post(Route.to("embeddings", key, "removals").with("folder", folder), EmbeddingRemoval.class)
                .removed();
    }

    /** How the map of the vectors under a key is. */
    public EmbeddingMap map(String key) {
        return connection.read(Route.to("embeddings", key, "map"), EmbeddingMap.class);
    }

    /** Has the map computed, or computed anew, in the background. For administrators. */
    public EmbeddingMap computeMap(String key) {
        return connection.post(Route.to("embeddings", key, "map"), EmbeddingMap.class);
    }

    /** Where the vectors of the items lie that pass a filter; {@code null} for all. */
    public MapPoints mapPoints(String key, @Nullable JsonNode filter) {
        return connection.post(
                Route.to("embeddings", key, "map", "points"),
                new PointSelection(filter, null),
                MapPoints.MEDIA_TYPE,
                MapPoints::read);
    }

    private static Route vectors(String key) {
        return Route.to("embeddings", key, "vectors");
    }
}

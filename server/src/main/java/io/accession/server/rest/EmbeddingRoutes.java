package io.accession.server.rest;

import io.accession.api.EmbeddingImport;
import io.accession.api.EmbeddingRemoval;
import io.accession.api.numpy.NpyFormatException;
import io.accession.api.numpy.VectorTableReader;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.embedding.EmbeddingKey;
import io.accession.core.embedding.ImportReport;
import io.accession.core.embedding.VectorImport;
import io.accession.core.embedding.VectorStore;
import io.accession.core.schema.MetadataSchemas;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.accession.server.parquet.ParquetWriter;
import io.accession.storage.parquet.ParquetFormatException;
import io.accession.storage.parquet.ParquetRows;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Vectors in bulk, as NumPy's structured arrays or in Parquet. */
public final class EmbeddingRoutes {

    /** An export holds a connection to the database while it reads. */
    private static final int EXPORTS_AT_ONCE = 2;

    /** Each is a process of up to half a gigabyte. */
    private static final int READINGS_AT_ONCE = 2;

    private static final int RETRY_AFTER_SECONDS = 30;
    private static final int BUFFER = 1 << 16;

    private final MetadataSchemas schemas;
    private final VectorStore store;
    private final Path spool;
    private final Semaphore exports = new Semaphore(EXPORTS_AT_ONCE);
    private final Semaphore readings = new Semaphore(READINGS_AT_ONCE);

    /** Exports, and files that are read from their ends, lie in the directory {@code spool} meanwhile. */
    public EmbeddingRoutes(MetadataSchemas schemas, VectorStore store, Path spool) {
        this.schemas = schemas;
        this.store = store;
        this.spool = spool;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/embeddings/{key}/vectors", this::store),
                Operation.get("/api/v1/embeddings/{key}/vectors", this::export),
                Operation.post("/api/v1/embeddings/{key}/removals", this::remove));
    }

    private EmbeddingKey key(Call call) {
        return EmbeddingKey.of(schemas.current(), call.path("key"));
    }

    private void store(Call call) throws IOException {
        var key = key(call);
        try {
            var report = switch (call.mediaType()) {
                case VectorTableReader.MEDIA_TYPE -> storeArray(call, key);
                case ParquetWriter.MEDIA_TYPE -> storeParquet(call, key);
                default ->
                    throw invalid("Vectors are sent as " + VectorTableReader.MEDIA_TYPE
                            + ", written with numpy.save, or as " + ParquetWriter.MEDIA_TYPE + ".");
            };
            call.answer(shown(report));
        } catch (NpyFormatException e) {
            throw invalid(String.valueOf(e.getMessage()));
        } catch (ParquetFormatException e) {
            throw invalid("The Parquet file cannot be taken: " + e.getMessage() + ".");
        }
    }

    private ImportReport storeArray(Call call, EmbeddingKey key) throws IOException {
        var table = new VectorTableReader(new BufferedInputStream(call.body(), BUFFER));
        if (table.size() != key.size()) {
            throw invalid("The file has vectors of " + table.size() + " numbers; '" + key.key() + "' has " + key.size()
                    + ".");
        }
        return new VectorImport(store)
                .store(
                        call.asking(),
                        key,
                        () -> table.next().map(row -> new VectorImport.Row(row.item(), row.frame(), row.vector())));
    }

    /** Such a file says for itself how long each vector is. */
    private ImportReport storeParquet(Call call, EmbeddingKey key) throws IOException {
        acquire(readings, "reads " + READINGS_AT_ONCE + " Parquet files");
        try (var rows = ParquetRows.ofVectors(call.body(), spool)) {
            return new VectorImport(store).store(call.asking(), key, rows::next);
        } finally {
            readings.release();
        }
    }

    private static void acquire(Semaphore permits, String busy) {
        if (!permits.tryAcquire()) {
            throw new RegistryException(
                    new RegistryError.TooManyRequests("The server " + busy + " already.", RETRY_AFTER_SECONDS));
        }
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }

    private static EmbeddingImport shown(ImportReport report) {
        return new EmbeddingImport(
                report.rows(),
                report.stored(),
                report.refused(),
                report.told().stream()
                        .map(row -> new EmbeddingImport.Refusal(row.row(), row.item(), row.reason()))
                        .toList());
    }

    private void export(Call call) throws IOException {
        var key = key(call);
        var folder = new FolderId(call.requiredQueryId("folder"));
        var format = format(call.query("format").orElse("npy"));
        acquire(exports, "exports " + EXPORTS_AT_ONCE + " embeddings");
        try (var file = new VectorFile(spool, format, key.size())) {
            store.read(call.asking(), folder, key, file::add);
            call.set(HeaderNames.CONTENT_TYPE, format.mediaType());
            try (var out = call.stream(Status.OK_200, file.end())) {
                file.writeTo(out);
            }
        } finally {
            exports.release();
        }
    }

    private static VectorFormat format(String name) {
        return switch (name) {
            case "npy" -> VectorFormat.NPY;
            case "parquet" -> VectorFormat.PARQUET;
            default -> throw Call.invalid("format", "One of npy and parquet is expected, got '" + name + "'.");
        };
    }

    private void remove(Call call) throws IOException {
        var removed = store.remove(call.asking(), new FolderId(call.requiredQueryId("folder")), call.path("key"));
        call.answer(new EmbeddingRemoval(removed));
    }
}

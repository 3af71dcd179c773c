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
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Vectors in bulk, as NumPy's structured arrays. */
public final class EmbeddingRoutes {

    /** An export holds a connection to the database while it reads. */
    private static final int EXPORTS_AT_ONCE = 2;

    private static final int RETRY_AFTER_SECONDS = 30;
    private static final int BUFFER = 1 << 16;

    private final MetadataSchemas schemas;
    private final VectorStore store;
    private final Path spool;
    private final Semaphore exports = new Semaphore(EXPORTS_AT_ONCE);

    /** Exports lie in the directory {@code spool} while they are made and sent. */
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
        if (!call.mediaType().equals(VectorTableReader.MEDIA_TYPE)) {
            throw invalid("Vectors are sent as " + VectorTableReader.MEDIA_TYPE + ", written with numpy.save.");
        }
        try {
            var table = new VectorTableReader(new BufferedInputStream(call.body(), BUFFER));
            if (table.size() != key.size()) {
                throw invalid("The file has vectors of " + table.size() + " numbers; '" + key.key() + "' has "
                        + key.size() + ".");
            }
            var report = new VectorImport(store)
                    .store(
                            call.asking(),
                            key,
                            () -> table.next().map(row -> new VectorImport.Row(row.item(), row.frame(), row.vector())));
            call.answer(shown(report));
        } catch (NpyFormatException e) {
            throw invalid(String.valueOf(e.getMessage()));
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
        if (!exports.tryAcquire()) {
            throw new RegistryException(new RegistryError.TooManyRequests(
                    "The server exports " + EXPORTS_AT_ONCE + " embeddings already.", RETRY_AFTER_SECONDS));
        }
        try (var file = new VectorFile(spool, key.size())) {
            store.read(call.asking(), folder, key, file::add);
            call.set(HeaderNames.CONTENT_TYPE, VectorTableReader.MEDIA_TYPE);
            try (var out = call.stream(Status.OK_200, file.end())) {
                file.writeTo(out);
            }
        } finally {
            exports.release();
        }
    }

    private void remove(Call call) throws IOException {
        var removed = store.remove(call.asking(), new FolderId(call.requiredQueryId("folder")), call.path("key"));
        call.answer(new EmbeddingRemoval(removed));
    }
}

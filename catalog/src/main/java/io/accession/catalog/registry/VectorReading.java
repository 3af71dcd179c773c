package io.accession.catalog.registry;

import io.accession.catalog.VectorCopy;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.embedding.EmbeddingKey;
import io.accession.core.embedding.ItemEmbeddings;
import io.accession.core.embedding.ItemVector;
import io.accession.core.embedding.VectorStore.Sink;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.TypedValue;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** Reads all vectors under a key in one snapshot: first those that came in bulk, then those of the metadata that they leave room for. */
final class VectorReading {

    /** Metadata may have megabytes: few items are in memory at a time. */
    private static final int FETCH = 50;

    private final Handle handle;
    private final FolderId folder;
    private final EmbeddingKey key;
    private final Sink sink;

    private VectorReading(Handle handle, FolderId folder, EmbeddingKey key, Sink sink) {
        this.handle = handle;
        this.folder = folder;
        this.key = key;
        this.sink = sink;
    }

    static void read(Jdbi jdbi, Principal asking, FolderId folder, EmbeddingKey key, Sink sink) throws IOException {
        jdbi.useTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            FolderAccess.require(handle, asking, List.of(folder), Role.USER);
            var reading = new VectorReading(handle, folder, key, sink);
            reading.readStored();
            reading.readMetadata();
        });
    }

    // Vectors of another length are from before the key was declared anew.
    private static final String STORED = "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT v.item_id, v.frame, v.vector
              FROM tree
              JOIN item i ON i.folder_id = tree.id
              JOIN item_vector v ON v.item_id = i.id
             WHERE NOT i.is_tombstone AND v.key = :key AND octet_length(v.vector) = :bytes
            """;

    private void readStored() throws IOException {
        try (var rows = handle.createQuery(STORED)
                .setFetchSize(FETCH)
                .bind("folder", folder.value())
                .bind("key", key.key())
                .bind("bytes", Float.BYTES * key.size())
                .map((row, context) -> new ItemVector(
                        new ItemId(row.getObject("item_id", UUID.class)),
                        row.getLong("frame"),
                        VectorCopy.vector(row.getBytes("vector"))))
                .iterator()) {
            while (rows.hasNext()) {
                sink.accept(rows.next());
            }
        }
    }

    private static final String METADATA = "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT i.id, i.kind, i.mime_type, i.bytes, i.width, i.height, i.duration_sec,
                   CASE WHEN i.kind = 'video' THEN i.media_facts END AS media_facts,
                   CAST(i.client_metadata AS text) AS client_metadata,
                   ARRAY(SELECT v.frame FROM item_vector v
                          WHERE v.item_id = i.id AND v.key = :key AND octet_length(v.vector) = :bytes) AS stored
              FROM tree
              JOIN item i ON i.folder_id = tree.id
             WHERE NOT i.is_tombstone AND jsonb_exists_any(i.client_metadata, ARRAY[:key, '$encord'])
            """;

    /** {@code stored} are the frames whose vectors came in bulk. */
    private record Row(ItemId item, ItemKind kind, @Nullable MediaFacts facts, String metadata, Set<Long> stored) {

        static Row of(ResultSet row) throws SQLException {
            var kind = ItemKinds.of(row.getString("kind"));
            return new Row(
                    new ItemId(row.getObject("id", UUID.class)),
                    kind,
                    kind == ItemKind.VIDEO ? StoredFacts.read(row, kind) : null,
                    row.getString("client_metadata"),
                    Set.of((Long[]) row.getArray("stored").getArray()));
        }
    }

    private void readMetadata() throws IOException {
        var reading = new MetadataReading(key.alone());
        try (var rows = handle.createQuery(METADATA)
                .setFetchSize(FETCH)
                .bind("folder", folder.value())
                .bind("key", key.key())
                .bind("bytes", Float.BYTES * key.size())
                .map((row, context) -> Row.of(row))
                .iterator()) {
            while (rows.hasNext()) {
                var row = rows.next();
                read(row, ItemEmbeddings.of(row.kind(), row.facts(), reading.read(row.metadata())));
            }
        }
    }

    private void read(Row row, ItemEmbeddings embeddings) throws IOException {
        tell(row, ItemVector.NO_FRAME, embeddings.vectors().get(key.key()));
        for (var frame : embeddings.frames()) {
            tell(row, frame.number(), frame.values().get(key.key()));
        }
    }

    private void tell(Row row, long frame, @Nullable TypedValue value) throws IOException {
        if (value instanceof TypedValue.Vector(var vector) && !row.stored().contains(frame)) {
            sink.accept(new ItemVector(row.item(), frame, vector));
        }
    }
}

package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.embedding.ItemEmbeddings;
import io.accession.core.registry.Folders;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.PageToken;
import io.accession.core.registry.Principal;
import io.accession.core.schema.ItemFaults;
import io.accession.core.schema.MetadataFault;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.schema.Violations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the metadata of a folder's items against the schema, a run of items per page. */
public final class PostgresViolations implements Violations {

    /** So that a page takes seconds at most. */
    private static final int LOOKS = 20_000;

    /** Metadata may have megabytes: few items are in memory at a time. */
    private static final int FETCH = 50;

    private static final String LIST = "violations";

    private final Jdbi jdbi;
    private final Folders folders;

    public PostgresViolations(Jdbi jdbi, Folders folders) {
        this.jdbi = jdbi;
        this.folders = folders;
    }

    /** {@code facts} are those of videos, whose frames have metadata of their own. */
    private record Row(
            FolderId folder,
            ItemId item,
            String name,
            String metadata,
            ItemKind kind,
            @Nullable MediaFacts facts) {

        static Row of(ResultSet row) throws SQLException {
            var kind = ItemKinds.of(row.getString("kind"));
            return new Row(
                    new FolderId(row.getObject("folder_id", UUID.class)),
                    new ItemId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("metadata"),
                    kind,
                    kind == ItemKind.VIDEO ? StoredFacts.read(row, kind) : null);
        }

        List<MetadataFault> faults(MetadataReading reading) {
            return ItemEmbeddings.of(kind, facts, reading.read(metadata)).faults();
        }

        String token() {
            return new PageToken(LIST, folder.toString(), item.value()).text();
        }
    }

    // Folder by folder along the index, whatever the number of items: the order of the ids alone would sort all of them
    // for
    // each page.
    private static final String RUN = "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT b.id AS folder_id, found.id, found.name, CAST(found.client_metadata AS text) AS metadata,
                   found.kind, found.mime_type, found.bytes, found.width, found.height, found.duration_sec,
                   CASE WHEN found.kind = 'video' THEN found.media_facts END AS media_facts
              FROM (SELECT tree.id FROM tree
                     WHERE CAST(:afterFolder AS uuid) IS NULL OR tree.id >= CAST(:afterFolder AS uuid)
                     ORDER BY tree.id) AS b
             CROSS JOIN LATERAL (
                   SELECT i.id, i.name, i.client_metadata, i.kind, i.mime_type, i.bytes, i.width, i.height,
                          i.duration_sec, i.media_facts
                     FROM item i
                    WHERE i.folder_id = b.id AND NOT i.is_tombstone
                      AND (CAST(:afterFolder AS uuid) IS NULL
                           OR b.id > CAST(:afterFolder AS uuid)
                           OR i.id > CAST(:afterItem AS uuid))
                      AND jsonb_exists_any(i.client_metadata, :keys)
                    ORDER BY i.id
                    LIMIT :rows) AS found
             ORDER BY b.id, found.id
             LIMIT :rows
            """;

    @Override
    public Page<ItemFaults> list(Principal asking, FolderId folder, PageRequest request) {
        var after = request.token() == null ? null : PageToken.parse(LIST, request.token());
        var afterFolder = after == null ? null : folder(after);
        folders.read(asking, folder);
        return jdbi.inTransaction(handle -> {
            var schema = PostgresMetadataSchemas.current(handle).map(SchemaVersion::schema);
            return schema.isEmpty()
                    ? new Page<>(List.of(), null)
                    : page(
                            handle,
                            folder,
                            schema.get(),
                            request.limit(),
                            afterFolder,
                            after == null ? null : after.id());
        });
    }

    private static UUID folder(PageToken token) {
        try {
            return UUID.fromString(token.key());
        } catch (IllegalArgumentException e) {
            throw PageToken.unknown();
        }
    }

    private static Page<ItemFaults> page(
            Handle handle,
            FolderId folder,
            MetadataSchema schema,
            int limit,
            @Nullable UUID afterFolder,
            @Nullable UUID afterItem) {
        var reading = new MetadataReading(schema);
        var found = new ArrayList<ItemFaults>();
        var keys = Stream.concat(
                schema.fields().keySet().stream()
                        .filter(key -> schema.declared(key).isPresent()),
                Stream.of("$encord"));
        try (var rows = handle.createQuery(RUN)
                .setFetchSize(FETCH)
                .bind("folder", folder.value())
                .bind("afterFolder", afterFolder)
                .bind("afterItem", afterItem)
                .bind("keys", SqlArrays.texts(handle, keys))
                .bind("rows", LOOKS)
                .map((row, context) -> Row.of(row))
                .iterator()) {
            for (int looked = 1; rows.hasNext(); looked++) {
                var row = rows.next();
                var faults = row.faults(reading);
                if (!faults.isEmpty()) {
                    found.add(new ItemFaults(row.item(), row.name(), faults));
                }
                if (found.size() == limit || looked == LOOKS) {
                    return new Page<>(found, row.token());
                }
            }
        }
        return new Page<>(found, null);
    }
}

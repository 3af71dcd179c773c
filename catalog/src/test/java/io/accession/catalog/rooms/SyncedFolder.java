package io.accession.catalog.rooms;

import io.accession.catalog.PostgresSyncQueue;
import io.accession.catalog.PostgresSyncRuns;
import io.accession.catalog.registry.PostgresStrictMetadata;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.TimeOrderedIds;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectStore;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.ScalarType;
import io.accession.core.schema.SchemaJson;
import io.accession.core.sync.FolderSyncing;
import io.accession.core.sync.SyncRun;
import io.accession.core.sync.SyncRuns;
import io.accession.testkit.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A folder that follows {@code s3://<its bucket>/in/}, where only its test's objects lie. */
final class SyncedFolder {

    static final int PAGE = 3;

    private final Rooms rooms;
    private final String bucket = "b-" + UUID.randomUUID();
    final FolderId id;
    final SyncRuns runs;

    SyncedFolder(Rooms rooms) {
        this(rooms, null);
    }

    SyncedFolder(Rooms rooms, @Nullable String metadataSuffix) {
        this.rooms = rooms;
        this.id = rooms.folder();
        this.runs = new PostgresSyncRuns(rooms.jdbi, new TimeOrderedIds(Clock.systemUTC()));
        rooms.jdbi.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO storage_integration (id, title, settings, strict_client_only, allow_private_network,
                                                     signed_url_lifetime_sec, owner_id)
                    VALUES (?, 'bucket', '{}', false, false, 3600, ?) ON CONFLICT DO NOTHING
                    """, rooms.integration().id().value(), rooms.user.value());
            handle.execute(
                    "INSERT INTO synced_folder VALUES (?, ?, ?, false, ?)",
                    id.value(),
                    rooms.integration().id().value(),
                    "s3://" + bucket + "/in/",
                    metadataSuffix);
        });
    }

    /** The schema has one key, of numbers, which all metadata of the folder's storage has to fit. */
    void isStrictAboutNumbers(String key) {
        var schema = new MetadataSchema(Map.of(key, new FieldType.Scalar(ScalarType.NUMBER)));
        rooms.jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO metadata_schema (version, id, definition, saved_by) VALUES (1, gen_random_uuid(), CAST(? AS jsonb), ?)",
                    SchemaJson.text(schema),
                    rooms.user.value());
            handle.execute(
                    "INSERT INTO strict_metadata VALUES (?)",
                    rooms.integration().id().value());
        });
    }

    /** {@code I} is an image, {@code ?} is damaged. */
    void holds(String key, String content) {
        rooms.storage.holds(bucket, "in/" + key, content.getBytes(StandardCharsets.UTF_8));
    }

    void losesAgain(String key) {
        rooms.storage.delete(MemoryStore.location(bucket, "in/" + key));
    }

    FolderSyncing syncing(int page) {
        return syncing(page, rooms.storage);
    }

    FolderSyncing syncing(int page, ObjectStore store) {
        return new FolderSyncing(
                new PostgresSyncQueue(rooms.jdbi),
                integration -> Optional.of(rooms.integration()),
                new OneStore(store),
                rooms.reception,
                new PostgresStrictMetadata(rooms.jdbi),
                page,
                "in/rendered/");
    }

    private record OneStore(ObjectStore store) implements ObjectStores {
        @Override
        public ObjectStore open(StorageIntegration integration) {
            return store;
        }

        @Override
        public void close() {}
    }

    SyncRun start() {
        return runs.start(id, rooms.user).run();
    }

    /** Syncs from the beginning to the end. */
    SyncRun sync() {
        start();
        return finish(syncing(PAGE));
    }

    /** Walks until nothing is left to do. */
    SyncRun finish(FolderSyncing syncing) {
        do {
            rooms.finish();
        } while (syncing.syncNext() || syncing.settleNext());
        return runs.findLast(id).orElseThrow();
    }

    /** Names without the bucket's directory, in order; those of tombstones with a cross. */
    List<String> names() {
        return rooms.jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT CASE WHEN is_tombstone THEN '† ' ELSE '' END || replace(name, '/in/', '')
                          FROM item WHERE folder_id = :folder ORDER BY name COLLATE "C"
                        """)
                .bind("folder", id.value())
                .mapTo(String.class)
                .list());
    }

    /** One column of the item of that name. */
    String item(String name, String column) {
        return rooms.jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT CAST(" + column + " AS text) FROM item WHERE folder_id = :folder AND name = :name")
                .bind("folder", id.value())
                .bind("name", "/in/" + name)
                .mapTo(String.class)
                .one());
    }
}

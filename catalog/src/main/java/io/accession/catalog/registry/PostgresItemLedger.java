package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.catalog.SqlArrays;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.drift.ItemLedger;
import io.accession.core.drift.RegisteredObject;
import io.accession.core.registry.Principal;
import io.accession.core.registry.Role;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Items in a temporary table of a connection of their own, sorted by PostgreSQL. */
public final class PostgresItemLedger implements ItemLedger {

    private static final int PAGE = 10_000;

    private static final String CREATE = """
            CREATE TEMPORARY TABLE ledger (
                place      integer NOT NULL,
                object_key bytea NOT NULL, -- UTF-8, whose bytes sort as storages list
                item_id    uuid NOT NULL,
                kind       text NOT NULL,
                object_url text NOT NULL,
                integration_id uuid NOT NULL,
                etag       text,
                bytes      bigint)
            """;

    private final Handle handle;
    private final List<UUID> folders;

    private PostgresItemLedger(Handle handle, List<UUID> folders) {
        this.handle = handle;
        this.folders = folders;
    }

    public static Ledgers over(Jdbi jdbi) {
        return (asking, folder) -> open(jdbi.open(), asking, folder);
    }

    private static final String TREE = "WITH RECURSIVE " + FolderAccess.TREE + """
            SELECT tree.id FROM tree
            """;

    private static ItemLedger open(Handle handle, Principal asking, FolderId folder) {
        try {
            FolderAccess.require(handle, asking, List.of(folder), Role.USER);
            var folders = handle.createQuery(TREE)
                    .bind("folder", folder.value())
                    .mapTo(UUID.class)
                    .list();
            Audit.record(handle, asking, "folder.verify", folder.value());
            handle.execute("DROP TABLE IF EXISTS pg_temp.ledger");
            handle.execute(CREATE);
            return new PostgresItemLedger(handle, folders);
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    private static final String ITEMS = """
            SELECT i.id, i.kind, i.object_url, i.integration_id, i.etag, i.bytes
              FROM item i
             WHERE i.folder_id = :folder AND i.id > :after AND NOT i.is_tombstone
             ORDER BY i.id
             LIMIT :limit
            """;

    @Override
    public Filling fill(Function<RegisteredObject, Optional<Position>> locate) {
        long items = 0;
        long located = 0;
        for (var folder : folders) {
            var after = new UUID(0, 0);
            while (true) {
                var page = page(folder, after);
                items += page.size();
                located += add(page, locate);
                if (page.size() < PAGE) {
                    break;
                }
                after = page.getLast().item();
            }
        }
        handle.execute("CREATE INDEX ON pg_temp.ledger (place, object_key, item_id)");
        handle.execute("ANALYZE pg_temp.ledger");
        return new Filling(items, located);
    }

    /** {@code object} is null for composites, which have no object of their own. */
    private record Row(UUID item, @Nullable RegisteredObject object) {}

    private List<Row> page(UUID folder, UUID after) {
        return handle.createQuery(ITEMS)
                .bind("folder", folder)
                .bind("after", after)
                .bind("limit", PAGE)
                .map((row, context) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("object_url") == null || row.getObject("integration_id") == null
                                ? null
                                : object(row)))
                .list();
    }

    private static RegisteredObject object(ResultSet row) throws SQLException {
        return new RegisteredObject(
                new ItemId(row.getObject("id", UUID.class)),
                ItemKinds.of(row.getString("kind")),
                new IntegrationId(row.getObject("integration_id", UUID.class)),
                row.getString("object_url"),
                row.getString("etag"),
                row.getObject("bytes", Long.class),
                null);
    }

    private static final String ADD = """
            INSERT INTO pg_temp.ledger (place, object_key, item_id, kind, object_url, integration_id, etag, bytes)
            SELECT located.place, located.object_key, i.id, i.kind, i.object_url, i.integration_id, i.etag, i.bytes
              FROM unnest(:places, :keys, :items) AS located (place, object_key, item_id)
              JOIN item i ON i.id = located.item_id
            """;

    private int add(List<Row> page, Function<RegisteredObject, Optional<Position>> locate) {
        var places = new ArrayList<Integer>();
        var keys = new ArrayList<byte[]>();
        var items = new ArrayList<UUID>();
        for (var row : page) {
            var position = Optional.ofNullable(row.object()).flatMap(locate);
            if (position.isPresent()) {
                places.add(position.get().place());
                keys.add(bytes(position.get().key()));
                items.add(row.item());
            }
        }
        return handle.createUpdate(ADD)
                .bind("places", SqlArrays.integers(handle, places.stream()))
                .bind("keys", SqlArrays.bytes(handle, keys.toArray(byte[][]::new)))
                .bind("items", SqlArrays.uuids(handle, items.stream()))
                .execute();
    }

    private static final String RANGE = """
            SELECT (SELECT l.object_key FROM pg_temp.ledger l WHERE l.place = :place ORDER BY l.object_key LIMIT 1) AS first,
                   (SELECT l.object_key FROM pg_temp.ledger l WHERE l.place = :place ORDER BY l.object_key DESC LIMIT 1) AS last
            """;

    @Override
    public Optional<Range> range(int place) {
        return handle.createQuery(RANGE)
                .bind("place", place)
                .map((row, context) -> Optional.ofNullable(row.getBytes("first"))
                        .map(first -> new Range(text(first), text(bytes(row, "last")))))
                .one();
    }

    private static byte[] bytes(ResultSet row, String column) {
        try {
            return row.getBytes(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final String LIST = """
            SELECT l.object_key, l.item_id AS id, l.kind, l.object_url, l.integration_id, l.etag, l.bytes
              FROM pg_temp.ledger l
             WHERE l.place = :place AND (l.object_key, l.item_id) > (:key, :item)
             ORDER BY l.object_key, l.item_id
             LIMIT :limit
            """;

    @Override
    public List<Entry> list(int place, @Nullable Entry after, int limit) {
        return handle.createQuery(LIST)
                .bind("place", place)
                .bind("key", bytes(after == null ? "" : after.key()))
                .bind(
                        "item",
                        after == null ? new UUID(0, 0) : after.object().item().value())
                .bind("limit", limit)
                .map((row, context) -> new Entry(text(row.getBytes("object_key")), object(row)))
                .list();
    }

    private static final String SAMPLE = """
            SELECT l.object_key, i.id, i.kind, i.object_url, i.integration_id, i.etag, i.mime_type, i.bytes, i.width,
                   i.height, i.duration_sec, i.media_facts
              FROM (SELECT s.object_key, s.item_id FROM pg_temp.ledger s
                     WHERE s.etag IS NULL AND s.bytes IS NOT NULL
                     ORDER BY random() LIMIT :limit) l
              JOIN item i ON i.id = l.item_id
            """;

    @Override
    public List<Entry> sample(int limit) {
        if (limit == 0) {
            return List.of();
        }
        return handle.createQuery(SAMPLE)
                .bind("limit", limit)
                .map((row, context) -> new Entry(text(row.getBytes("object_key")), withFacts(row)))
                .list();
    }

    private static RegisteredObject withFacts(ResultSet row) throws SQLException {
        var object = object(row);
        return new RegisteredObject(
                object.item(),
                object.kind(),
                object.integration(),
                object.url(),
                object.etag(),
                object.bytes(),
                StoredFacts.read(row, object.kind()));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try (handle) {
            handle.execute("DROP TABLE IF EXISTS pg_temp.ledger");
        }
    }
}

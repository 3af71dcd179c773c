package io.accession.catalog.registry;

import io.accession.catalog.CatalogueName;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import io.accession.core.search.FeedState;
import io.accession.core.search.ItemText;
import io.accession.core.search.SearchableItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The change feed of a PostgreSQL database: rows by the transaction that wrote them last. */
public final class PostgresChangeFeed implements ChangeFeed {

    private final Jdbi jdbi;

    public PostgresChangeFeed(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String STATE = "SELECT " + CatalogueName.SQL + """
             AS catalogue,
                   CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint) AS horizon,
                   CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint) AS next
            """;

    @Override
    public FeedState state() {
        return jdbi.withHandle(handle -> handle.createQuery(STATE)
                .map((row, context) ->
                        new FeedState(row.getString("catalogue"), row.getLong("horizon"), row.getLong("next")))
                .one());
    }

    // Fresh statistics or none: the feed's indexes are the way.
    private static final String INDEXES_ONLY = "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off";

    // What was deleted and made again, under the same id, is there. A tombstone is gone for those who search.
    private static final String READ = """
            (SELECT CAST(CAST(i.changed_xid AS text) AS bigint) AS xid, i.id, i.is_tombstone AS gone, i.folder_id, i.kind, i.name,
                    i.object_url, i.integration_id, i.is_hidden, i.mime_type, i.bytes, i.width, i.height, i.duration_sec,
                    CAST(i.media_facts AS text) AS media_facts, CAST(i.client_metadata AS text) AS client_metadata, i.created_at,
                    i.edited_at,
                    (SELECT coalesce(sum(octet_length(v.vector)), 0) FROM item_vector v WHERE v.item_id = i.id) AS vector_bytes,
                    (SELECT octet_length(c.content) FROM item_content c WHERE c.item_id = i.id) AS content_bytes
               FROM item i
              WHERE (i.changed_xid, i.id) > (CAST(:transaction AS xid8), :item)
                AND i.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
              ORDER BY i.changed_xid, i.id
              LIMIT :most)
            UNION ALL
            (SELECT CAST(CAST(d.changed_xid AS text) AS bigint), d.id, true, d.folder_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                    NULL, NULL, NULL, NULL, NULL, 0, 0
               FROM item_deleted d
              WHERE (d.changed_xid, d.id) > (CAST(:transaction AS xid8), :item)
                AND d.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                AND NOT EXISTS (SELECT FROM item i WHERE i.id = d.id)
              ORDER BY d.changed_xid, d.id
              LIMIT :most)
            ORDER BY xid, id
            LIMIT :most
            """;

    /** {@code item} is null for one that is gone; its vectors and its content are read when the batch is. */
    private record Change(FeedMark mark, @Nullable SearchableItem item, long vectorBytes, long contentBytes) {}

    // Metadata may have 10 MB, and so may vectors and contents: rows come in small portions, and a batch of large ones
    // ends early.
    private static final int PORTION = 32;
    private static final int SIZE = 16 << 20;

    @Override
    public FeedBatch read(FeedMark after, int most) {
        return jdbi.inTransaction(handle -> {
            handle.execute(INDEXES_ONLY);
            return read(handle, after, most);
        });
    }

    private static FeedBatch read(Handle handle, FeedMark after, int most) {
        var changed = new ArrayList<SearchableItem>();
        var gone = new ArrayList<ItemId>();
        var end = after;
        long size = 0;
        var withVectors = new ArrayList<ItemId>();
        try (var changes = handle.createQuery(READ)
                .setFetchSize(PORTION)
                .bind("transaction", Long.toString(after.transaction()))
                .bind("item", after.item())
                .bind("most", most)
                .map((row, context) -> change(row))
                .iterator()) {
            while (changes.hasNext() && size < SIZE) {
                var change = changes.next();
                end = change.mark();
                if (change.item() == null) {
                    gone.add(new ItemId(end.item()));
                } else {
                    changed.add(change.item());
                    size += change.item().clientMetadata().length() + change.vectorBytes() + change.contentBytes();
                    if (change.vectorBytes() > 0) {
                        withVectors.add(change.item().id());
                    }
                }
            }
            boolean isLast = !changes.hasNext() && changed.size() + gone.size() < most;
            var known = withQualities(handle, withVectors(handle, changed, withVectors));
            return new FeedBatch(withTexts(handle, known), gone, end, isLast);
        }
    }

    private static List<SearchableItem> withTexts(Handle handle, List<SearchableItem> items) {
        var texts =
                StoredTexts.of(handle, items.stream().map(SearchableItem::id).toList());
        return texts.isEmpty()
                ? items
                : items.stream()
                        .map(item -> item.with(texts.getOrDefault(item.id(), ItemText.NONE)))
                        .toList();
    }

    private static List<SearchableItem> withQualities(Handle handle, List<SearchableItem> items) {
        var qualities = StoredQualities.of(
                handle,
                items.stream()
                        .filter(item -> item.objectUrl() != null)
                        .map(SearchableItem::id)
                        .toList());
        return qualities.isEmpty()
                ? items
                : items.stream()
                        .map(item -> item.with(qualities.get(item.id())))
                        .toList();
    }

    private static List<SearchableItem> withVectors(Handle handle, List<SearchableItem> items, List<ItemId> having) {
        if (having.isEmpty()) {
            return items;
        }
        var vectors = StoredVectors.of(handle, having);
        return items.stream()
                .map(item -> item.with(vectors.getOrDefault(item.id(), List.of())))
                .toList();
    }

    private static Change change(ResultSet row) throws SQLException {
        var mark = new FeedMark(row.getLong("xid"), row.getObject("id", UUID.class));
        return new Change(
                mark,
                row.getBoolean("gone") ? null : item(row, new ItemId(mark.item())),
                row.getLong("vector_bytes"),
                row.getLong("content_bytes"));
    }

    private static SearchableItem item(ResultSet row, ItemId id) throws SQLException {
        var kind = ItemKinds.of(row.getString("kind"));
        var integration = row.getObject("integration_id", UUID.class);
        var metadata = row.getString("client_metadata");
        return new SearchableItem(
                id,
                new FolderId(row.getObject("folder_id", UUID.class)),
                kind,
                row.getString("name"),
                row.getString("object_url"),
                integration == null ? null : new IntegrationId(integration),
                row.getBoolean("is_hidden"),
                StoredFacts.read(row, kind),
                metadata == null ? "{}" : metadata,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("edited_at", OffsetDateTime.class).toInstant());
    }

    private static final String BEHIND = """
            SELECT count(*)
              FROM (SELECT FROM (SELECT FROM item i
                                  WHERE (i.changed_xid, i.id) > (CAST(:transaction AS xid8), :item)
                                  LIMIT :most) AS changed
                    UNION ALL
                    SELECT FROM item_deleted d
                     WHERE (d.changed_xid, d.id) > (CAST(:transaction AS xid8), :item)
                     LIMIT :most) AS behind
            """;

    @Override
    public int countBehind(FeedMark after, int most) {
        return jdbi.inTransaction(handle -> {
            handle.execute(INDEXES_ONLY);
            return handle.createQuery(BEHIND)
                    .bind("transaction", Long.toString(after.transaction()))
                    .bind("item", after.item())
                    .bind("most", most)
                    .mapTo(Integer.class)
                    .one();
        });
    }
}

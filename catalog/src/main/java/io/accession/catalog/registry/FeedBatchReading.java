package io.accession.catalog.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import io.accession.core.search.ItemSupplement;
import io.accession.core.search.ItemText;
import io.accession.core.search.SearchableItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one batch of changes, within a transaction. Metadata may have 10 MB, and so may vectors and contents: rows come in small portions, and
 * a batch of large ones ends early.
 */
final class FeedBatchReading {

    // What was deleted and made again, under the same id, is there. A tombstone is gone for those who search.
    // Both sides come sorted as their indexes are, and are merged.
    private static final String READ = """
            (SELECT i.changed_xid, i.id, i.is_tombstone AS gone, i.folder_id, i.kind, i.name, i.object_url, i.integration_id, i.is_hidden,
                    i.mime_type, i.bytes, i.width, i.height, i.duration_sec, CAST(i.media_facts AS text) AS media_facts,
                    CAST(i.client_metadata AS text) AS client_metadata, i.created_at, i.edited_at
               FROM item i
              WHERE (i.changed_xid, i.id) > (CAST(:transaction AS xid8), :item)
                AND i.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
              ORDER BY i.changed_xid, i.id
              LIMIT :most)
            UNION ALL
            (SELECT d.changed_xid, d.id, true, d.folder_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
               FROM item_deleted d
              WHERE (d.changed_xid, d.id) > (CAST(:transaction AS xid8), :item)
                AND d.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                AND NOT EXISTS (SELECT FROM item i WHERE i.id = d.id)
              ORDER BY d.changed_xid, d.id
              LIMIT :most)
            ORDER BY changed_xid, id
            LIMIT :most
            """;

    private static final int FETCHED = 32;
    private static final int PORTION = 512;
    private static final int SIZE = 16 << 20;

    private final Handle handle;
    private final List<SearchableItem> changed = new ArrayList<>();
    private final List<ItemId> gone = new ArrayList<>();
    private final Map<ItemId, KeptBeside> beside = new HashMap<>();
    private FeedMark end;
    private long size;

    private FeedBatchReading(Handle handle, FeedMark after) {
        this.handle = handle;
        this.end = after;
    }

    /** The first changes behind the mark, at most {@code most}. */
    static FeedBatch read(Handle handle, FeedMark after, int most) {
        return new FeedBatchReading(handle, after).read(most);
    }

    /** {@code item} is null for one that is gone. */
    private record Change(FeedMark mark, @Nullable SearchableItem item) {

        int length() {
            return item == null ? 0 : item.clientMetadata().length();
        }
    }

    private FeedBatch read(int most) {
        try (var changes = handle.createQuery(READ)
                .setFetchSize(FETCHED)
                .bind("transaction", Long.toString(end.transaction()))
                .bind("item", end.item())
                .bind("most", most)
                .map((row, context) -> change(row))
                .iterator()) {
            boolean isWhole = true;
            while (isWhole && size < SIZE && changes.hasNext()) {
                isWhole = take(portion(changes));
            }
            boolean isLast = isWhole && !changes.hasNext() && changed.size() + gone.size() < most;
            return new FeedBatch(withWhatIsBeside(), gone, end, isLast);
        }
    }

    private List<Change> portion(Iterator<Change> changes) {
        var portion = new ArrayList<Change>();
        long read = size;
        while (portion.size() < PORTION && read < SIZE && changes.hasNext()) {
            var change = changes.next();
            portion.add(change);
            read += change.length();
        }
        return portion;
    }

    /** False when the portion was too large to be taken as a whole. */
    private boolean take(List<Change> portion) {
        var kept = KeptBeside.of(
                handle,
                portion.stream().map(change -> new ItemId(change.mark().item())).toList());
        for (var change : portion) {
            if (size >= SIZE) {
                return false;
            }
            take(change, kept);
        }
        return true;
    }

    private void take(Change change, Map<ItemId, KeptBeside> kept) {
        end = change.mark();
        var item = change.item();
        if (item == null) {
            gone.add(new ItemId(end.item()));
            return;
        }
        changed.add(item);
        size += change.length();
        var known = kept.get(item.id());
        if (known != null) {
            size += known.bytes();
            beside.put(item.id(), known);
        }
    }

    private List<SearchableItem> withWhatIsBeside() {
        if (beside.isEmpty()) {
            return changed;
        }
        var vectors = those(KeptBeside::hasVectors, items -> StoredVectors.of(handle, items));
        var texts = those(KeptBeside::hasText, items -> StoredTexts.of(handle, items));
        var qualities = those(KeptBeside::isMeasured, items -> StoredQualities.of(handle, items));
        return changed.stream()
                .map(item -> beside.containsKey(item.id())
                        ? item.with(new ItemSupplement(
                                vectors.getOrDefault(item.id(), List.of()),
                                texts.getOrDefault(item.id(), ItemText.NONE),
                                qualities.get(item.id())))
                        : item)
                .toList();
    }

    /** What the items have that have it, by item. */
    private <T> Map<ItemId, T> those(Predicate<KeptBeside> having, Function<List<ItemId>, Map<ItemId, T>> reading) {
        var items = beside.entrySet().stream()
                .filter(kept -> having.test(kept.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return items.isEmpty() ? Map.of() : reading.apply(items);
    }

    private static Change change(ResultSet row) throws SQLException {
        var mark = new FeedMark(row.getLong("changed_xid"), row.getObject("id", UUID.class));
        return new Change(mark, row.getBoolean("gone") ? null : item(row, new ItemId(mark.item())));
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
}

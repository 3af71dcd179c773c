package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.catalog.VectorCopy;
import io.accession.core.content.ContentStore;
import io.accession.core.content.ReadContent;
import io.accession.core.domain.ItemId;
import io.accession.core.search.FeedMark;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What items say, in tables of its own. A batch is one transaction, which holds its items in the order of their ids. */
public final class PostgresContentStore implements ContentStore {

    private final Jdbi jdbi;

    public PostgresContentStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String MARK = """
            SELECT r.transaction, r.item_id FROM content_reading r WHERE r.read_under = :under
            """;

    @Override
    public FeedMark mark(String under) {
        return jdbi.withHandle(handle -> handle.createQuery(MARK)
                .bind("under", under)
                .map((row, context) -> new FeedMark(row.getLong("transaction"), row.getObject("item_id", UUID.class)))
                .findOne()
                .orElse(FeedMark.START));
    }

    private static final String CLAIM = """
            INSERT INTO content_reading AS r (read_under, transaction, item_id, claim, claimed_until)
            VALUES (:under, 0, '00000000-0000-0000-0000-000000000000', gen_random_uuid(), now() + make_interval(secs => :seconds))
            ON CONFLICT (read_under) DO UPDATE
               SET claim = excluded.claim, claimed_until = excluded.claimed_until
             WHERE r.claimed_until <= now()
            RETURNING claim
            """;

    @Override
    public @Nullable UUID claim(String under, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("under", under)
                .bind("seconds", lease.toSeconds())
                .mapTo(UUID.class)
                .findOne()
                .orElse(null));
    }

    private static final String RENEW = """
            UPDATE content_reading SET claimed_until = now() + make_interval(secs => :seconds) WHERE claim = :claim
            """;

    @Override
    public boolean renew(UUID claim, Duration lease) {
        return jdbi.withHandle(handle -> handle.createUpdate(RENEW)
                        .bind("seconds", lease.toSeconds())
                        .bind("claim", claim)
                        .execute()
                > 0);
    }

    private static final String KEPT = """
            SELECT i.id, c.source, coalesce(c.attempts, 0) AS attempts, coalesce(c.retry_at <= now(), false) AS is_due, m.meant
              FROM unnest(:items) AS i (id)
              LEFT JOIN item_content c ON c.item_id = i.id
              LEFT JOIN item_meaning m ON m.item_id = i.id
            """;

    @Override
    public Map<ItemId, Kept> kept(Collection<ItemId> items) {
        return jdbi.withHandle(handle -> {
            var kept = new HashMap<ItemId, Kept>();
            handle.createQuery(KEPT)
                    .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                    .map((row, context) -> kept.put(
                            new ItemId(row.getObject("id", UUID.class)),
                            new Kept(
                                    row.getString("source"),
                                    row.getInt("attempts"),
                                    row.getBoolean("is_due"),
                                    row.getString("meant"))))
                    .forEach(_ -> {});
            return kept;
        });
    }

    private static final String ADVANCE = """
            UPDATE content_reading
               SET transaction = :transaction, item_id = :item, claim = NULL, claimed_until = '-infinity'
             WHERE claim = :claim
            """;

    // In the order of their ids, as all changes of items. What was removed meanwhile says nothing any more.
    private static final String LOCK = """
            SELECT i.id FROM item i WHERE i.id = ANY(:items) AND NOT i.is_tombstone ORDER BY i.id FOR UPDATE
            """;

    private static final String TOUCH = "UPDATE item i SET changed_xid = pg_current_xact_id() WHERE i.id = ANY(:items)";

    @Override
    public void keep(UUID claim, Gain gain) {
        jdbi.useTransaction(handle -> {
            int held = handle.createUpdate(ADVANCE)
                    .bind("claim", claim)
                    .bind("transaction", gain.end().transaction())
                    .bind("item", gain.end().item())
                    .execute();
            if (held > 0) {
                keep(handle, gain);
            }
        });
    }

    private static void keep(Handle handle, Gain gain) {
        forget(handle, gain.gone());
        var items = Stream.concat(
                        gain.contents().stream().map(NewContent::item),
                        gain.meanings().stream().map(NewMeaning::item))
                .map(ItemId::value)
                .collect(Collectors.toSet());
        if (items.isEmpty()) {
            return;
        }
        var there = handle.createQuery(LOCK)
                .bind("items", SqlArrays.uuids(handle, items.stream()))
                .mapTo(UUID.class)
                .collect(Collectors.toSet());
        keepContents(handle, gain, there);
        keepMeanings(handle, gain, there);
        handle.createUpdate(TOUCH)
                .bind("items", SqlArrays.uuids(handle, there.stream()))
                .execute();
    }

    private static final String CONTENTS = """
            INSERT INTO item_content (item_id, source, content, fault, attempts, retry_at)
            SELECT n.item_id, n.source, n.content, n.fault, n.attempts, now() + make_interval(secs => n.seconds)
              FROM unnest(:items, :sources, :contents, :faults, :attempts, :seconds)
                   AS n (item_id, source, content, fault, attempts, seconds)
            ON CONFLICT (item_id) DO UPDATE
               SET source = excluded.source, content = excluded.content, fault = excluded.fault, attempts = excluded.attempts,
                   retry_at = excluded.retry_at
            """;

    private static void keepContents(Handle handle, Gain gain, Set<UUID> there) {
        var contents = gain.contents().stream()
                .filter(content -> there.contains(content.item().value()))
                .toList();
        if (contents.isEmpty()) {
            return;
        }
        handle.createUpdate(CONTENTS)
                .bind(
                        "items",
                        SqlArrays.uuids(
                                handle,
                                contents.stream().map(content -> content.item().value())))
                .bind("sources", SqlArrays.texts(handle, contents.stream().map(NewContent::source)))
                .bind("contents", SqlArrays.texts(handle, contents.stream().map(PostgresContentStore::words)))
                .bind("faults", SqlArrays.texts(handle, contents.stream().map(PostgresContentStore::fault)))
                .bind("attempts", SqlArrays.integers(handle, contents.stream().map(NewContent::attempts)))
                .bind("seconds", SqlArrays.doubles(handle, contents.stream().map(PostgresContentStore::pause)))
                .execute();
    }

    private static @Nullable String words(NewContent content) {
        return content.content() instanceof ReadContent.Words(var text) ? text : null;
    }

    private static @Nullable String fault(NewContent content) {
        return switch (content.content()) {
            case ReadContent.Words _ -> null;
            case ReadContent.Unreadable(var reason) -> reason;
            case ReadContent.Unreachable(var reason) -> reason;
        };
    }

    private static @Nullable Double pause(NewContent content) {
        return content.again() == null ? null : (double) content.again().toSeconds();
    }

    private static final String MEANINGS = """
            INSERT INTO item_meaning (item_id, meant, vector)
            SELECT n.item_id, n.meant, n.vector FROM unnest(:items, :meant, :vectors) AS n (item_id, meant, vector)
            ON CONFLICT (item_id) DO UPDATE SET meant = excluded.meant, vector = excluded.vector
            """;

    private static void keepMeanings(Handle handle, Gain gain, Set<UUID> there) {
        var meanings = gain.meanings().stream()
                .filter(meaning -> there.contains(meaning.item().value()))
                .toList();
        if (meanings.isEmpty()) {
            return;
        }
        handle.createUpdate(MEANINGS)
                .bind(
                        "items",
                        SqlArrays.uuids(
                                handle,
                                meanings.stream().map(meaning -> meaning.item().value())))
                .bind("meant", SqlArrays.texts(handle, meanings.stream().map(NewMeaning::meant)))
                .bind(
                        "vectors",
                        SqlArrays.bytes(
                                handle,
                                meanings.stream()
                                        .map(meaning -> VectorCopy.bytes(meaning.vector()))
                                        .toArray(byte[][]::new)))
                .execute();
    }

    private static final String FORGET = """
            WITH contents AS (DELETE FROM item_content c WHERE c.item_id = ANY(:items))
            DELETE FROM item_meaning m WHERE m.item_id = ANY(:items)
            """;

    private static void forget(Handle handle, Collection<ItemId> gone) {
        if (!gone.isEmpty()) {
            handle.createUpdate(FORGET)
                    .bind("items", SqlArrays.uuids(handle, gone.stream().map(ItemId::value)))
                    .execute();
        }
    }

    // Only what is not just being changed by somebody else; the others come to the feed's end anyway.
    private static final String REMIND = """
            WITH due AS (
                SELECT c.item_id FROM item_content c WHERE c.retry_at <= now() LIMIT :most),
            held AS (
                SELECT i.id FROM item i JOIN due ON due.item_id = i.id
                 WHERE i.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                 ORDER BY i.id FOR UPDATE OF i SKIP LOCKED)
            UPDATE item i SET changed_xid = pg_current_xact_id() FROM held WHERE i.id = held.id
            """;

    @Override
    public int remind(int most) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(REMIND).bind("most", most).execute());
    }
}

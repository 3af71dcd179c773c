package io.accession.catalog;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.UserId;
import io.accession.core.reencode.ReencodingId;
import io.accession.core.reencode.ReencodingOutcome;
import io.accession.core.reencode.ReencodingQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The items that wait in PostgreSQL to be made anew. No transaction is open while one is encoded. */
public final class PostgresReencodingQueue implements ReencodingQueue {

    private static final String CLAIM = """
        WITH claimed AS (
            UPDATE reencoding_item w
               SET attempts = w.attempts + 1, due_at = now() + :lease * interval '1 millisecond'
             WHERE w.rendition_id = (SELECT due.rendition_id
                                       FROM reencoding_item due
                                      WHERE due.state = 'PENDING' AND due.due_at <= now()
                                      ORDER BY due.due_at, due.reencoding_id, due.position
                                      LIMIT 1
                                        FOR UPDATE SKIP LOCKED)
            RETURNING w.reencoding_id, w.item_id, w.rendition_id, w.attempts
        )
        SELECT c.reencoding_id, c.item_id, c.rendition_id, c.attempts, r.created_by, r.force, i.integration_id,
               i.object_url
          FROM claimed c
          JOIN reencoding r ON r.id = c.reencoding_id
          LEFT JOIN item i ON i.id = c.item_id AND NOT i.is_tombstone
        """;

    private static final String RENEW = """
        WITH recorded AS (
            UPDATE rendition
               SET due_at = now() + :lease * interval '1 millisecond'
             WHERE item_id = :rendition AND unit_attempt = :attempt
        )
        UPDATE reencoding_item
           SET due_at = now() + :lease * interval '1 millisecond'
         WHERE rendition_id = :rendition AND attempts = :attempt AND state = 'PENDING'
        """;

    private static final String HOLD = """
        SELECT 1
          FROM reencoding_item
         WHERE rendition_id = :rendition AND attempts = :attempt AND state = 'PENDING'
           FOR UPDATE
        """;

    private static final String RECORD = """
        INSERT INTO rendition (item_id, job_id, integration_id, object_url, unit_attempt, due_at)
        VALUES (:rendition, :reencoding, :integration, :url, :attempt, now() + :lease * interval '1 millisecond')
        ON CONFLICT (item_id) DO UPDATE SET unit_attempt = excluded.unit_attempt, due_at = excluded.due_at
        """;

    private static final String REMEMBER = """
        INSERT INTO item_object_history (item_id, replaced_by, reencoding_id, object_url, mime_type, bytes, width,
                                         height, duration_sec, media_facts, etag)
        SELECT i.id, :user, :reencoding, i.object_url, i.mime_type, i.bytes, i.width, i.height, i.duration_sec,
               i.media_facts, i.etag
          FROM item i
         WHERE i.id = :item AND i.object_url = :original AND NOT i.is_tombstone
           FOR UPDATE
        """;

    // The identity stays: it is that of the object that was registered.
    private static final String REPLACE = """
        UPDATE item
           SET object_url = :url, mime_type = :mimeType, bytes = :bytes, width = :width, height = :height,
               duration_sec = :duration, media_facts = CAST(:facts AS jsonb), etag = :etag, edited_at = now(),
               changed_xid = pg_current_xact_id()
         WHERE id = :item
        """;

    private static final String KEEP = "DELETE FROM rendition WHERE item_id = :rendition";

    private static final String RELEASE = """
        UPDATE rendition SET due_at = '-infinity' WHERE item_id = :rendition AND unit_attempt = :attempt
        """;

    private static final String END = """
        UPDATE reencoding_item
           SET state = :state, needed = :needed, original_url = :original, object_url = :url, failure_code = :code,
               failure_message = :message, ended_at = now()
         WHERE rendition_id = :rendition
        """;

    private static final String POSTPONE = """
        UPDATE reencoding_item
           SET due_at = now() + :pause * interval '1 millisecond', failure_code = :code, failure_message = :message
         WHERE rendition_id = :rendition
        """;

    private static final Failure CHANGED = new Failure(
            FailureCode.OBJECT_CHANGED, "The item was removed or got another object while its video was encoded.");

    private final Jdbi jdbi;

    public PostgresReencodingQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<ItemToReencode> claim(Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("lease", lease.toMillis())
                .map((row, context) -> item(row))
                .findFirst());
    }

    private static ItemToReencode item(ResultSet row) throws SQLException {
        var integration = row.getObject("integration_id", UUID.class);
        var url = row.getString("object_url");
        return new ItemToReencode(
                new ReencodingId(row.getObject("reencoding_id", UUID.class)),
                new UserId(row.getObject("created_by", UUID.class)),
                new ItemId(row.getObject("item_id", UUID.class)),
                row.getObject("rendition_id", UUID.class),
                integration == null || url == null ? null : new Original(new IntegrationId(integration), url),
                row.getBoolean("force"),
                row.getInt("attempts"));
    }

    @Override
    public boolean renew(ItemToReencode item, Duration lease) {
        return jdbi.withHandle(handle -> handle.createUpdate(RENEW)
                        .bind("rendition", item.rendition())
                        .bind("attempt", item.attempt())
                        .bind("lease", lease.toMillis())
                        .execute()
                > 0);
    }

    @Override
    public boolean record(ItemToReencode item, Original original, String objectUrl, Duration lease) {
        return jdbi.inTransaction(handle -> {
            boolean isHeld = holds(handle, item);
            if (isHeld) {
                handle.createUpdate(RECORD)
                        .bind("rendition", item.rendition())
                        .bind("reencoding", item.reencoding().value())
                        .bind("integration", original.integration().value())
                        .bind("url", objectUrl)
                        .bind("attempt", item.attempt())
                        .bind("lease", lease.toMillis())
                        .execute();
            }
            return isHeld;
        });
    }

    private static boolean holds(Handle handle, ItemToReencode item) {
        return handle.createQuery(HOLD)
                .bind("rendition", item.rendition())
                .bind("attempt", item.attempt())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    @Override
    public void end(ItemToReencode item, ReencodingOutcome outcome, Cost cost) {
        jdbi.useTransaction(handle -> {
            if (holds(handle, item)) {
                end(handle, item, outcome);
                Audit.recordRead(handle, item, cost);
            }
        });
    }

    private static void end(Handle handle, ItemToReencode item, ReencodingOutcome outcome) {
        switch (outcome) {
            case ReencodingOutcome.Reencoded reencoded -> replace(handle, item, reencoded);
            case ReencodingOutcome.NotNeeded() -> end(handle, item, false, null, null);
            case ReencodingOutcome.Failed(Failure failure) -> fail(handle, item, failure);
            case ReencodingOutcome.Later(Failure failure, Duration pause) -> {
                release(handle, item);
                handle.createUpdate(POSTPONE)
                        .bind("rendition", item.rendition())
                        .bind("pause", pause.toMillis())
                        .bind("code", failure.code().name())
                        .bind("message", failure.message())
                        .execute();
            }
        }
    }

    private static void replace(Handle handle, ItemToReencode item, ReencodingOutcome.Reencoded reencoded) {
        var original = item.original();
        boolean isRemembered = original != null
                && handle.createUpdate(REMEMBER)
                                .bind("user", item.user().value())
                                .bind("reencoding", item.reencoding().value())
                                .bind("item", item.item().value())
                                .bind("original", original.objectUrl())
                                .execute()
                        > 0;
        if (!isRemembered) {
            fail(handle, item, CHANGED);
            return;
        }
        var facts = reencoded.facts();
        handle.createUpdate(REPLACE)
                .bind("item", item.item().value())
                .bind("url", reencoded.objectUrl())
                .bind("mimeType", facts.mimeType())
                .bind("bytes", facts.bytes())
                .bind("width", facts.width())
                .bind("height", facts.height())
                .bind("duration", facts.durationSeconds())
                .bind("facts", MediaFactsJson.details(facts))
                .bind("etag", reencoded.etag())
                .execute();
        handle.createUpdate(KEEP).bind("rendition", item.rendition()).execute();
        end(handle, item, true, reencoded.objectUrl(), null);
    }

    private static void fail(Handle handle, ItemToReencode item, Failure failure) {
        release(handle, item);
        end(handle, item, true, null, failure);
    }

    /** Ends the lease of what is recorded: nothing is being written any more. */
    private static void release(Handle handle, ItemToReencode item) {
        handle.createUpdate(RELEASE)
                .bind("rendition", item.rendition())
                .bind("attempt", item.attempt())
                .execute();
    }

    private static void end(
            Handle handle, ItemToReencode item, boolean needed, @Nullable String url, @Nullable Failure failure) {
        var original = item.original();
        handle.createUpdate(END)
                .bind("rendition", item.rendition())
                .bind("state", failure == null ? "DONE" : "ERROR")
                .bind("needed", needed)
                .bind("original", url == null || original == null ? null : original.objectUrl())
                .bind("url", url)
                .bind("code", failure == null ? null : failure.code().name())
                .bind("message", failure == null ? null : failure.message())
                .execute();
    }
}

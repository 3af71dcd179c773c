package io.accession.catalog;

import io.accession.core.domain.Failure;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.quality.MeasuringQueue;
import io.accession.core.quality.PictureQuality;
import io.accession.core.thumbnail.PictureSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** The items that wait in PostgreSQL to be measured. No transaction is open while one is read. */
public final class PostgresMeasuringQueue implements MeasuringQueue {

    /** Of {@code item i}: pictures and videos that this server may read. Members of groups are none of their own. */
    public static final String MEASURABLE = """
            i.object_url IS NOT NULL AND (i.mime_type LIKE 'image/%' OR i.mime_type LIKE 'video/%')
            AND NOT i.is_hidden AND NOT i.is_tombstone
            AND EXISTS (SELECT FROM storage_integration s
                         WHERE s.id = i.integration_id AND NOT s.strict_client_only AND s.removed_at IS NULL)
            """;

    private static final int CHANGES_AT_ONCE = 5_000;

    /** A little after the start of a video, which is often black. */
    private static final double EARLY = 0.1;

    private final Jdbi jdbi;

    public PostgresMeasuringQueue(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    // What has no item any more is forgotten.
    private static final String CLAIM = """
            WITH due AS (
                SELECT q.item_id
                  FROM item_quality q
                 WHERE q.state = 'PENDING' AND q.due_at <= now()
                 ORDER BY q.due_at
                 LIMIT :most
                   FOR UPDATE SKIP LOCKED),
            gone AS (
                DELETE FROM item_quality q USING due
                 WHERE q.item_id = due.item_id
                   AND NOT EXISTS (SELECT FROM item i WHERE i.id = due.item_id AND NOT i.is_tombstone)),
            claimed AS (
                UPDATE item_quality q
                   SET attempts = q.attempts + 1, due_at = now() + :lease * interval '1 millisecond'
                  FROM due
                  JOIN item i ON i.id = due.item_id AND NOT i.is_tombstone
                 WHERE q.item_id = due.item_id
                RETURNING q.item_id, q.attempts, i.integration_id, i.object_url, i.mime_type, i.duration_sec)
            SELECT c.item_id, c.attempts, c.integration_id, c.object_url, c.mime_type, c.duration_sec
              FROM claimed c
             WHERE c.integration_id IS NOT NULL AND c.object_url IS NOT NULL AND c.mime_type IS NOT NULL
            """;

    @Override
    public List<Subject> claim(int most, Duration lease) {
        return jdbi.inTransaction(handle -> handle.createQuery(CLAIM)
                .bind("most", most)
                .bind("lease", lease.toMillis())
                .map((row, context) -> subject(row))
                .list());
    }

    private static Subject subject(ResultSet row) throws SQLException {
        boolean isVideo = row.getString("mime_type").startsWith("video/");
        return new Subject(
                new ItemId(row.getObject("item_id", UUID.class)),
                new IntegrationId(row.getObject("integration_id", UUID.class)),
                row.getString("object_url"),
                isVideo ? new PictureSource.KeyFrame(EARLY * row.getDouble("duration_sec")) : new PictureSource.Still(),
                row.getInt("attempts"));
    }

    // In the order of their ids, as all changes of items.
    private static final String LOCK = "SELECT i.id FROM item i WHERE i.id = ANY(:items) ORDER BY i.id FOR UPDATE";

    private static final String STORE = """
            UPDATE item_quality q
               SET state = m.state, due_at = now() + m.pause * interval '1 millisecond', brightness = m.brightness,
                   contrast = m.contrast, sharpness = m.sharpness, blur = m.blur, colorfulness = m.colorfulness,
                   perceptual_hash = m.hash, failure_code = m.code, failure_message = m.message
              FROM unnest(:items, :attempts, :states, :pauses, :brightness, :contrast, :sharpness, :blur, :colorfulness,
                          :hashes, :codes, :messages)
                   AS m (item_id, attempt, state, pause, brightness, contrast, sharpness, blur, colorfulness, hash, code,
                         message)
             WHERE q.item_id = m.item_id AND q.attempts = m.attempt AND q.state = 'PENDING'
            """;

    // The feed learns which items have metrics now.
    private static final String TOUCH = "UPDATE item i SET changed_xid = pg_current_xact_id() WHERE i.id = ANY(:items)";

    @Override
    public void store(List<Measurement> measurements) {
        if (measurements.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            handle.createQuery(LOCK)
                    .bind("items", items(handle, measurements.stream()))
                    .mapTo(UUID.class)
                    .list();
            update(handle, measurements);
            handle.createUpdate(TOUCH)
                    .bind("items", items(handle, measurements.stream().filter(one -> quality(one) != null)))
                    .execute();
            for (var one : measurements) {
                Audit.recordRead(handle, one);
            }
        });
    }

    private static void update(Handle handle, List<Measurement> measurements) {
        handle.createUpdate(STORE)
                .bind("items", items(handle, measurements.stream()))
                .bind(
                        "attempts",
                        SqlArrays.integers(
                                handle,
                                measurements.stream().map(one -> one.subject().attempt())))
                .bind("states", SqlArrays.texts(handle, measurements.stream().map(PostgresMeasuringQueue::state)))
                .bind("pauses", SqlArrays.longs(handle, measurements.stream().map(PostgresMeasuringQueue::pause)))
                .bind("brightness", metrics(handle, measurements, PictureQuality::brightness))
                .bind("contrast", metrics(handle, measurements, PictureQuality::contrast))
                .bind("sharpness", metrics(handle, measurements, PictureQuality::sharpness))
                .bind("blur", metrics(handle, measurements, PictureQuality::blur))
                .bind("colorfulness", metrics(handle, measurements, PictureQuality::colorfulness))
                .bind("hashes", SqlArrays.longs(handle, measurements.stream().map(PostgresMeasuringQueue::hash)))
                .bind("codes", SqlArrays.texts(handle, measurements.stream().map(PostgresMeasuringQueue::code)))
                .bind("messages", SqlArrays.texts(handle, measurements.stream().map(PostgresMeasuringQueue::message)))
                .execute();
    }

    private static Argument items(Handle handle, Stream<Measurement> measurements) {
        return SqlArrays.uuids(
                handle, measurements.map(one -> one.subject().item().value()));
    }

    private static Argument metrics(
            Handle handle, List<Measurement> measurements, Function<PictureQuality, Double> metric) {
        return SqlArrays.doubles(handle, measurements.stream().map(one -> {
            var quality = quality(one);
            return quality == null ? null : metric.apply(quality);
        }));
    }

    private static @Nullable PictureQuality quality(Measurement one) {
        return one.outcome() instanceof Outcome.Measured(var quality) ? quality : null;
    }

    private static @Nullable Long hash(Measurement one) {
        var quality = quality(one);
        return quality == null ? null : quality.perceptualHash();
    }

    private static String state(Measurement one) {
        return switch (one.outcome()) {
            case Outcome.Measured _ -> "MEASURED";
            case Outcome.Failed _ -> "FAILED";
            case Outcome.Later _ -> "PENDING";
        };
    }

    private static long pause(Measurement one) {
        return one.outcome() instanceof Outcome.Later(var _, var pause) ? pause.toMillis() : 0;
    }

    private static @Nullable Failure failure(Measurement one) {
        return switch (one.outcome()) {
            case Outcome.Measured _ -> null;
            case Outcome.Failed(var failure) -> failure;
            case Outcome.Later(var failure, var _) -> failure;
        };
    }

    private static @Nullable String code(Measurement one) {
        var failure = failure(one);
        return failure == null ? null : failure.code().name();
    }

    private static @Nullable String message(Measurement one) {
        var failure = failure(one);
        return failure == null ? null : failure.message();
    }

    private static final String CATALOGUE = "SELECT " + CatalogueName.SQL;

    private static final String HAS_CHANGES = """
            SELECT EXISTS (SELECT FROM item i
                            WHERE i.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                              AND (i.changed_xid, i.id)
                                  > (coalesce((SELECT f.changed_xid FROM quality_following f WHERE f.catalogue = :catalogue), '0'),
                                     coalesce((SELECT f.item_id FROM quality_following f WHERE f.catalogue = :catalogue),
                                              '00000000-0000-0000-0000-000000000000')))
            """;

    private static final String BEGIN = """
            INSERT INTO quality_following (catalogue) VALUES (:catalogue)
            ON CONFLICT (only_row) DO UPDATE SET catalogue = excluded.catalogue, changed_xid = DEFAULT, item_id = DEFAULT
             WHERE quality_following.catalogue <> excluded.catalogue
            """;

    private static final String ADD_CHANGED = """
            WITH following AS MATERIALIZED (
                SELECT f.changed_xid, f.item_id FROM quality_following f FOR UPDATE SKIP LOCKED),
            seen AS MATERIALIZED (
                SELECT i.changed_xid, i.id, i.object_url, %s AS is_measurable
                  FROM item i
                 WHERE (i.changed_xid, i.id) > ((SELECT f.changed_xid FROM following f), (SELECT f.item_id FROM following f))
                   AND i.changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                 ORDER BY i.changed_xid, i.id
                 LIMIT :most),
            added AS (
                INSERT INTO item_quality (item_id, object_hash)
                SELECT s.id, hashtextextended(s.object_url, 0) FROM seen s WHERE s.is_measurable
                ON CONFLICT (item_id) DO UPDATE
                   SET state = 'PENDING', object_hash = excluded.object_hash, attempts = 0, due_at = '-infinity'
                 WHERE item_quality.object_hash <> excluded.object_hash)
            UPDATE quality_following f
               SET changed_xid = l.changed_xid, item_id = l.id
              FROM (SELECT s.changed_xid, s.id FROM seen s ORDER BY s.changed_xid DESC, s.id DESC LIMIT 1) AS l
            """.formatted(MEASURABLE);

    @Override
    public boolean addChanged() {
        return jdbi.inTransaction(handle -> {
            var catalogue = handle.createQuery(CATALOGUE).mapTo(String.class).one();
            handle.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off");
            boolean hasChanges = handle.createQuery(HAS_CHANGES)
                    .bind("catalogue", catalogue)
                    .mapTo(Boolean.class)
                    .one();
            if (!hasChanges) {
                return false;
            }
            handle.createUpdate(BEGIN).bind("catalogue", catalogue).execute();
            return handle.createUpdate(ADD_CHANGED)
                            .bind("most", CHANGES_AT_ONCE)
                            .execute()
                    > 0;
        });
    }
}

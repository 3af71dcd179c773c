package io.accession.catalog.registry;

import io.accession.catalog.Audit;
import io.accession.core.map.EmbeddingMap;
import io.accession.core.map.MapBounds;
import io.accession.core.map.MapClaim;
import io.accession.core.map.MapStore;
import io.accession.core.map.PointSet;
import io.accession.core.registry.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Maps in PostgreSQL. A row per map tells whose it is to work on; whoever writes points holds that row. */
public final class PostgresMapStore implements MapStore {

    private final Jdbi jdbi;

    public PostgresMapStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static final String LIST = """
            SELECT m.key, m.version, m.computed_at, m.min_x, m.min_y, m.max_x, m.max_y, m.is_wanted, m.progress, m.fault
              FROM embedding_map m
             WHERE :all OR m.key = :key
             ORDER BY m.key
            """;

    @Override
    public Optional<EmbeddingMap> find(String key) {
        return jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("all", false)
                .bind("key", key)
                .map((row, context) -> map(row))
                .findOne());
    }

    @Override
    public List<EmbeddingMap> list() {
        return jdbi.withHandle(handle -> handle.createQuery(LIST)
                .bind("all", true)
                .bind("key", "")
                .map((row, context) -> map(row))
                .list());
    }

    private static EmbeddingMap map(ResultSet row) throws SQLException {
        var computed = row.getObject("computed_at", OffsetDateTime.class);
        return new EmbeddingMap(
                row.getString("key"),
                row.getInt("version"),
                computed == null ? null : computed.toInstant(),
                computed == null
                        ? null
                        : new MapBounds(
                                row.getFloat("min_x"),
                                row.getFloat("min_y"),
                                row.getFloat("max_x"),
                                row.getFloat("max_y")),
                row.getBoolean("is_wanted"),
                row.getInt("progress"),
                row.getString("fault"));
    }

    private static final String COMPUTE = """
            INSERT INTO embedding_map AS m (key, is_wanted) VALUES (:key, true)
                ON CONFLICT (key) DO UPDATE
               SET is_wanted = true, fault = NULL, progress = CASE WHEN m.is_wanted THEN m.progress ELSE 0 END
            """;

    @Override
    public EmbeddingMap compute(Principal asking, String key) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(COMPUTE).bind("key", key).execute();
            Audit.record(handle, asking, "map.compute", null);
        });
        return find(key).orElseGet(() -> EmbeddingMap.none(key));
    }

    private static final String CLAIM = """
            UPDATE embedding_map
               SET owner = :owner, lease_until = now() + CAST(:lease AS interval)
             WHERE key = :key AND (owner IS NULL OR owner = :owner OR lease_until < now())
            """;

    @Override
    public boolean claim(MapClaim claim, Duration lease) {
        return jdbi.withHandle(handle -> handle.createUpdate(CLAIM)
                        .bind("key", claim.key())
                        .bind("owner", claim.owner())
                        .bind("lease", lease.toString())
                        .execute()
                == 1);
    }

    private static final String RELEASE =
            "UPDATE embedding_map SET owner = NULL, lease_until = NULL WHERE key = :key AND owner = :owner";

    @Override
    public void release(MapClaim claim) {
        jdbi.useHandle(handle -> update(handle, RELEASE, claim));
    }

    private static void update(Handle handle, String statement, MapClaim claim) {
        handle.createUpdate(statement)
                .bind("key", claim.key())
                .bind("owner", claim.owner())
                .execute();
    }

    private static final String REPORT =
            "UPDATE embedding_map SET progress = :progress WHERE key = :key AND owner = :owner AND is_wanted";

    @Override
    public void report(MapClaim claim, int progress) {
        jdbi.useHandle(handle -> handle.createUpdate(REPORT)
                .bind("key", claim.key())
                .bind("owner", claim.owner())
                .bind("progress", progress)
                .execute());
    }

    private static final String READ = """
            SELECT p.number, p.are_landmarks, p.points
              FROM embedding_map_points p
             WHERE p.key = :key AND p.version = :version AND p.number > :after
             ORDER BY p.number
             LIMIT :most
            """;

    @Override
    public List<PointSet> read(String key, int version, int after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(READ)
                .bind("key", key)
                .bind("version", version)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new PointSet(
                        row.getInt("number"),
                        new PointSet.Content(row.getBoolean("are_landmarks"), row.getBytes("points"))))
                .list());
    }

    private static final String HOLD = """
            SELECT m.key
              FROM embedding_map m
             WHERE m.key = :key AND m.owner = :owner AND m.lease_until >= now()
               FOR UPDATE
            """;

    /** In a transaction that nobody comes between; false when the claim was lost. */
    private boolean underClaim(MapClaim claim, Consumer<Handle> change) {
        return jdbi.inTransaction(handle -> {
            boolean isHeld = handle.createQuery(HOLD)
                    .bind("key", claim.key())
                    .bind("owner", claim.owner())
                    .mapTo(String.class)
                    .findOne()
                    .isPresent();
            if (isHeld) {
                change.accept(handle);
            }
            return isHeld;
        });
    }

    @Override
    public boolean append(MapClaim claim, int version, List<PointSet.Content> sets) {
        return underClaim(claim, handle -> insert(handle, claim.key(), version, sets));
    }

    private static final String INSERT = """
            INSERT INTO embedding_map_points (key, version, number, are_landmarks, points)
            SELECT :key, :version, coalesce(max(p.number), 0) + 1, :landmarks, :points
              FROM embedding_map_points p
             WHERE p.key = :key AND p.version = :version
            """;

    private static void insert(Handle handle, String key, int version, List<PointSet.Content> sets) {
        for (var set : sets) {
            handle.createUpdate(INSERT)
                    .bind("key", key)
                    .bind("version", version)
                    .bind("landmarks", set.areLandmarks())
                    .bind("points", set.points())
                    .execute();
        }
    }

    private static final String REMOVE_PLACED = """
            DELETE FROM embedding_map_points
             WHERE key = :key AND version = :version AND number <= :upTo AND NOT are_landmarks
            """;

    @Override
    public boolean replacePlaced(MapClaim claim, int version, int upTo, List<PointSet.Content> sets) {
        return underClaim(claim, handle -> {
            insert(handle, claim.key(), version, sets);
            handle.createUpdate(REMOVE_PLACED)
                    .bind("key", claim.key())
                    .bind("version", version)
                    .bind("upTo", upTo)
                    .execute();
        });
    }

    private static final String PUBLISH = """
            UPDATE embedding_map
               SET version = version + 1, computed_at = now(), is_wanted = false, progress = 0, fault = NULL,
                   min_x = :minX, min_y = :minY, max_x = :maxX, max_y = :maxY
             WHERE key = :key
            """;

    private static final String REMOVE_OTHERS = """
            DELETE FROM embedding_map_points p
             USING embedding_map m
             WHERE m.key = :key AND p.key = m.key AND p.version <> m.version
            """;

    @Override
    public boolean publish(MapClaim claim, MapBounds bounds) {
        return underClaim(claim, handle -> {
            handle.createUpdate(PUBLISH)
                    .bind("key", claim.key())
                    .bind("minX", bounds.minX())
                    .bind("minY", bounds.minY())
                    .bind("maxX", bounds.maxX())
                    .bind("maxY", bounds.maxY())
                    .execute();
            handle.createUpdate(REMOVE_OTHERS).bind("key", claim.key()).execute();
        });
    }

    private static final String FAIL =
            "UPDATE embedding_map SET is_wanted = false, progress = 0, fault = :fault WHERE key = :key";

    @Override
    public void fail(MapClaim claim, String fault) {
        underClaim(claim, handle -> {
            handle.createUpdate(FAIL)
                    .bind("key", claim.key())
                    .bind("fault", fault)
                    .execute();
            handle.createUpdate(REMOVE_OTHERS).bind("key", claim.key()).execute();
        });
    }
}

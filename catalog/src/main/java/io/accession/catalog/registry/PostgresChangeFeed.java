package io.accession.catalog.registry;

import io.accession.catalog.CatalogueName;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import io.accession.core.search.FeedState;
import org.jdbi.v3.core.Jdbi;

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

    @Override
    public FeedBatch read(FeedMark after, int most) {
        return jdbi.inTransaction(handle -> {
            handle.execute(INDEXES_ONLY);
            return FeedBatchReading.read(handle, after, most);
        });
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

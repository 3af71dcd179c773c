package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.ItemId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is kept of an item in tables of their own, and how large that is. Most items have nothing there: it is asked once, for all tables. */
record KeptBeside(boolean hasVectors, boolean hasText, boolean isMeasured, long bytes) {

    private static final String READ = """
            WITH wanted AS (SELECT CAST(:items AS uuid[]) AS items)
            SELECT kept.item_id, bool_or(kept.what = 'vector') AS has_vectors, bool_or(kept.what = 'text') AS has_text,
                   bool_or(kept.what = 'quality') AS is_measured, sum(kept.bytes) AS bytes
              FROM (SELECT v.item_id, 'vector' AS what, octet_length(v.vector) AS bytes
                      FROM item_vector v
                     WHERE v.item_id = ANY(CAST((SELECT items FROM wanted) AS uuid[]))
                    UNION ALL
                    SELECT c.item_id, 'text', coalesce(octet_length(c.content), 0)
                      FROM item_content c
                     WHERE c.item_id = ANY(CAST((SELECT items FROM wanted) AS uuid[]))
                    UNION ALL
                    SELECT m.item_id, 'text', coalesce(octet_length(m.vector), 0)
                      FROM item_meaning m
                     WHERE m.item_id = ANY(CAST((SELECT items FROM wanted) AS uuid[]))
                    UNION ALL
                    SELECT q.item_id, 'quality', 0
                      FROM item_quality q
                     WHERE q.item_id = ANY(CAST((SELECT items FROM wanted) AS uuid[])) AND q.state = 'MEASURED') AS kept
             GROUP BY kept.item_id
            """;

    /** By item; those that have nothing are left out. */
    static Map<ItemId, KeptBeside> of(Handle handle, Collection<ItemId> items) {
        var kept = new HashMap<ItemId, KeptBeside>();
        handle.createQuery(READ)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .map((row, context) -> kept.put(
                        new ItemId(row.getObject("item_id", UUID.class)),
                        new KeptBeside(
                                row.getBoolean("has_vectors"),
                                row.getBoolean("has_text"),
                                row.getBoolean("is_measured"),
                                row.getLong("bytes"))))
                .forEach(_ -> {});
        return kept;
    }
}

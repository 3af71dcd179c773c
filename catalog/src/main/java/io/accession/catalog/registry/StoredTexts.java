package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.catalog.VectorCopy;
import io.accession.core.domain.ItemId;
import io.accession.core.search.ItemText;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a set of items says and means, as far as it is known. */
final class StoredTexts {

    private static final String READ = """
            SELECT i.id, c.content, c.fault, m.vector
              FROM unnest(:items) AS i (id)
              LEFT JOIN item_content c ON c.item_id = i.id
              LEFT JOIN item_meaning m ON m.item_id = i.id
             WHERE c.item_id IS NOT NULL OR m.vector IS NOT NULL
            """;

    private StoredTexts() {}

    static Map<ItemId, ItemText> of(Handle handle, Collection<ItemId> items) {
        var texts = new HashMap<ItemId, ItemText>();
        handle.createQuery(READ)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .map((row, context) -> {
                    var vector = row.getBytes("vector");
                    return texts.put(
                            new ItemId(row.getObject("id", UUID.class)),
                            new ItemText(
                                    row.getString("content"),
                                    row.getString("fault"),
                                    vector == null ? null : VectorCopy.vector(vector)));
                })
                .forEach(_ -> {});
        return texts;
    }
}

package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.catalog.VectorCopy;
import io.accession.core.domain.ItemId;
import io.accession.core.embedding.StoredVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The vectors that came in bulk to a set of items. */
final class StoredVectors {

    private static final String READ = """
            SELECT v.item_id, v.key, v.frame, v.vector FROM item_vector v WHERE v.item_id = ANY(:items)
            """;

    private StoredVectors() {}

    static Map<ItemId, List<StoredVector>> of(Handle handle, Collection<ItemId> items) {
        var vectors = new HashMap<ItemId, List<StoredVector>>();
        handle.createQuery(READ)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .map((row, context) -> vectors.computeIfAbsent(
                                new ItemId(row.getObject("item_id", UUID.class)), _ -> new ArrayList<>())
                        .add(new StoredVector(
                                row.getString("key"), row.getLong("frame"), VectorCopy.vector(row.getBytes("vector")))))
                .forEach(_ -> {});
        return vectors;
    }
}

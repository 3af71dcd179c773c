package io.accession.catalog.registry;

import io.accession.catalog.SqlArrays;
import io.accession.core.domain.ItemId;
import io.accession.core.quality.PictureQuality;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was measured on a set of items. */
final class StoredQualities {

    private static final String READ = """
            SELECT q.item_id, q.brightness, q.contrast, q.sharpness, q.blur, q.colorfulness, q.perceptual_hash
              FROM item_quality q
             WHERE q.item_id = ANY(:items) AND q.state = 'MEASURED'
            """;

    private StoredQualities() {}

    static Map<ItemId, PictureQuality> of(Handle handle, Collection<ItemId> items) {
        var qualities = new HashMap<ItemId, PictureQuality>();
        if (items.isEmpty()) {
            return qualities;
        }
        handle.createQuery(READ)
                .bind("items", SqlArrays.uuids(handle, items.stream().map(ItemId::value)))
                .map((row, context) -> qualities.put(
                        new ItemId(row.getObject("item_id", UUID.class)),
                        new PictureQuality(
                                row.getDouble("brightness"),
                                row.getDouble("contrast"),
                                row.getDouble("sharpness"),
                                row.getDouble("blur"),
                                row.getDouble("colorfulness"),
                                row.getObject("perceptual_hash", Long.class))))
                .forEach(_ -> {});
        return qualities;
    }
}

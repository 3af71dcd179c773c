package io.accession.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.ItemUpdate;
import io.accession.api.MetadataMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Updates of any number of items, sent in portions of at most 1,000 items and some megabytes; what is left goes out when the bundle is closed.
 * A portion changes all of its items or none. For one thread.
 *
 * <pre>{@code
 * try (var bundle = client.items().bundle()) {
 *     client.items().list(folder, null, null).stream()
 *             .forEach(item -> bundle.update(item.id(), metadata, MetadataMode.MERGE));
 * }
 * }</pre>
 */
public final class ItemBundle implements AutoCloseable {

    private static final int ITEMS = 1_000;
    private static final int CHARACTERS = 16 << 20;

    private final Items items;
    private final Map<UUID, ItemUpdate> updates = new LinkedHashMap<>();
    private long characters;
    private int matched;
    private int changed;

    ItemBundle(Items items) {
        this.items = items;
    }

    /** Adds an update, and sends those before it when there are enough of them. A second one of the same item comes after the first. */
    public ItemBundle update(UUID item, ItemUpdate update) {
        long length = update.clientMetadata() == null ? 0 : length(update.clientMetadata());
        if (updates.size() == ITEMS || characters + length > CHARACTERS || updates.containsKey(item)) {
            send();
        }
        updates.put(item, update);
        characters += length;
        return this;
    }

    /** The client metadata alone. */
    public ItemBundle update(UUID item, JsonNode clientMetadata, MetadataMode mode) {
        return update(item, ItemUpdate.of(clientMetadata, mode));
    }

    private static long length(JsonNode metadata) {
        return metadata.toString().length();
    }

    /** Sends what there is now, so that it has happened when this returns. */
    public void send() {
        if (updates.isEmpty()) {
            return;
        }
        var done = items.updateAll(updates);
        matched += done.matched();
        changed += done.changed();
        updates.clear();
        characters = 0;
    }

    /** How many updates were sent. */
    public int sent() {
        return matched;
    }

    /** How many items were not as before after their updates. */
    public int changed() {
        return changed;
    }

    /** Sends the rest. */
    @Override
    public void close() {
        send();
    }
}

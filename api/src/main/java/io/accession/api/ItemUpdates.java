package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of many items: of those that are named, or of those of a folder.
 *
 * @param items at most 1,000; null where a folder is given
 * @param folderId null where items are named
 * @param deep whether the folders below that folder are meant too
 * @param clientMetadata an object, for every item of the folder
 * @param mode of all that name none themselves; replaces when null
 */
public record ItemUpdates(
        @Nullable Map<UUID, ItemUpdate> items,
        @Nullable UUID folderId,
        boolean deep,
        @Nullable JsonNode clientMetadata,
        @Nullable MetadataMode mode) {

    public static ItemUpdates of(Map<UUID, ItemUpdate> items) {
        return new ItemUpdates(items, null, false, null, null);
    }

    public static ItemUpdates inFolder(UUID folder, boolean deep, JsonNode clientMetadata, MetadataMode mode) {
        return new ItemUpdates(null, folder, deep, clientMetadata, mode);
    }
}

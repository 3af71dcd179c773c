package io.accession.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where items live.
 *
 * @param path the names from the top-level folder down to this one
 * @param role what the asker is in it: {@code admin} or {@code user}
 * @param clientMetadata the customer's key-values, an empty object when there are none
 * @param sync what a cloud-synced folder follows; null for others
 * @param itemCounts items directly in this folder by kind; null in lists, because counting takes its time
 */
public record Folder(
        UUID id,
        String name,
        @Nullable UUID parentId,
        List<String> path,
        @Nullable String description,
        Instant createdAt,
        String role,
        JsonNode clientMetadata,
        @Nullable FolderSync sync,
        @Nullable Map<String, Long> itemCounts) {

    public Folder {
        path = List.copyOf(path);
    }
}

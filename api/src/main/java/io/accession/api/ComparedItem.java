package io.accession.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item and how far it is from others.
 *
 * @param distance bits of 64 that differ, or 1 minus the cosine; null for the item that a diverse choice begins with
 */
public record ComparedItem(
        UUID id,
        UUID folderId,
        String kind,
        String title,
        @Nullable String objectUrl,
        @Nullable MediaDescription media,
        List<String> warnings,
        Instant createdAt,
        @Nullable Double distance) {

    public ComparedItem {
        warnings = List.copyOf(warnings);
    }
}

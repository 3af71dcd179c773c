package io.accession.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Items chosen for a purpose. Titles need not be unique.
 *
 * @param folderId the mirrored folder, whose items are the rows; null where items are linked
 * @param role what the asker is in it, admin or user; null for administrators of the organisation who have no role there
 */
public record Dataset(
        UUID id,
        String title,
        String description,
        @Nullable UUID folderId,
        @Nullable String role,
        Instant createdAt,
        Instant editedAt) {}

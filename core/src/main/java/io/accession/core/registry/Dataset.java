package io.accession.core.registry;

import io.accession.core.domain.DatasetId;
import io.accession.core.domain.FolderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Items chosen for a purpose. Titles need not be unique.
 *
 * @param folder the mirrored one, whose items are the rows; null where items are linked
 * @param role what the asker is in it; null for administrators of the organisation who have no role there
 */
public record Dataset(
        DatasetId id,
        String title,
        String description,
        @Nullable FolderId folder,
        @Nullable Role role,
        Instant createdAt,
        Instant editedAt) {}

package io.accession.core.registry;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An item as lists show it. Composites have no URL of their own. */
public record ListedItem(
        ItemId id,
        FolderId folder,
        ItemKind kind,
        String name,
        @Nullable String objectUrl,
        @Nullable String mimeType,
        @Nullable Long bytes,
        Instant createdAt) {}

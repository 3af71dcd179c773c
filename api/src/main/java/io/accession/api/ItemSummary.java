package io.accession.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item as lists show it. Groups and series have no URL of their own; {@code bytes} is null where nobody knows. */
public record ItemSummary(
        UUID id,
        UUID folderId,
        String kind,
        String title,
        @Nullable String objectUrl,
        @Nullable String mimeType,
        @Nullable Long bytes,
        Instant createdAt) {}

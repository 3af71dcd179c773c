package io.accession.core.object;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a storage tells of an object without its bytes. {@code bytes} is -1 where the storage does not say. */
public record ObjectStat(
        long bytes,
        @Nullable String etag,
        @Nullable Instant lastModified,
        @Nullable String contentType) {}

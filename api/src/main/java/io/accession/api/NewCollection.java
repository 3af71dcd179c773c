package io.accession.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A collection to be made.
 *
 * @param folderId a folder at the top
 * @param search whose items, as they are now, are in it from the start; null for none
 */
public record NewCollection(
        UUID folderId,
        String name,
        @Nullable String description,
        @Nullable NewSearch search) {}

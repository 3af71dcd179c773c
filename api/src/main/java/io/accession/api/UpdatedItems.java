package io.accession.api;

import org.jspecify.annotations.Nullable;

/**
 * What became of an update.
 *
 * @param matched how many items were looked at
 * @param changed those of them that are not as before
 * @param nextPageToken to go on with in a folder that has more items; null at the end
 */
public record UpdatedItems(
        int matched, int changed, @Nullable String nextPageToken) {}

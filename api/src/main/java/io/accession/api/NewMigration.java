package io.accession.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Items that are to be reached in another way.
 *
 * @param fromIntegrationId whose items migrate
 * @param toIntegrationId null: the items stay with their integration
 * @param folderId in which, or below which, the items lie; null: wherever the sender administers folders
 * @param prefix null: every URL stays
 * @param checkAccess whether the new objects are asked for first; true when left out
 * @param plan whether only to tell what would happen; false when left out
 */
public record NewMigration(
        UUID fromIntegrationId,
        @Nullable UUID toIntegrationId,
        @Nullable UUID folderId,
        @Nullable Prefix prefix,
        @Nullable Boolean checkAccess,
        @Nullable Boolean plan) {

    /** The beginning of the URLs of the items that migrate, and what it becomes. As text: a URL in another spelling does not begin so. */
    public record Prefix(String before, String after) {}
}

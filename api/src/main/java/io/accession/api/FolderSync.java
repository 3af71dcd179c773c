package io.accession.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud-synced folder follows.
 *
 * @param lastRun null when it was never synced, and in lists
 */
public record FolderSync(
        UUID integrationId,
        String url,
        boolean daily,
        @Nullable String metadataSuffix,
        @Nullable SyncRun lastRun) {}

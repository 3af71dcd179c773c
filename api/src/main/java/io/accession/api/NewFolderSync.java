package io.accession.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a new cloud-synced folder follows. It cannot be changed afterwards.
 *
 * @param url of a prefix, such as {@code s3://bucket/drives/}; everything below it is followed
 * @param daily whether a sync starts by itself every 24 hours
 * @param metadataSuffix what the keys of objects end with that hold the client metadata of others; null for none
 */
public record NewFolderSync(
        UUID integrationId,
        String url,
        boolean daily,
        @Nullable String metadataSuffix) {}

package io.accession.core.object;

import org.jspecify.annotations.Nullable;

/**
 * What of a storage integration decides which object a URL names.
 *
 * @param endpoint scheme and authority of an S3-compatible store, without a trailing slash; null for the clouds themselves
 * @param bucket the bucket that relative URLs are meant to be in
 */
public record Addressing(
        Provider provider,
        @Nullable String endpoint,
        @Nullable String bucket) {}

package io.accession.core.object;

import org.jspecify.annotations.Nullable;

/**
 * What of a storage integration decides which object a URL names.
 *
 * @param endpoint of an S3-compatible store its scheme and authority, without a trailing slash; of Amazon S3 the partition ({@code
 *     aws} when null); of a local directory its absolute path; of Azure the account's host; otherwise null
 * @param bucket the bucket that relative URLs are meant to be in, and the only one the integration reaches; null for any bucket
 */
public record Addressing(
        Provider provider,
        @Nullable String endpoint,
        @Nullable String bucket) {

    public Addressing {
        if (provider == Provider.S3_COMPATIBLE) {
            if (endpoint == null) {
                throw new IllegalArgumentException(
                        "An S3-compatible store needs an endpoint, such as https://host:9000.");
            }
            endpoint = HttpUrl.endpoint(endpoint);
        }
    }
}

package io.accession.core.object;

import org.jspecify.annotations.Nullable;

/**
 * The one name of an object, whatever its URL looked like.
 *
 * @param endpoint the AWS partition ({@code aws}, {@code aws-cn}, …), {@code storage.googleapis.com}, the Azure account's host, the
 *     integration's endpoint, the scheme and authority of a web URL, or empty for local objects
 * @param bucket bucket, container, or empty for web and local objects
 * @param key decoded once; of a web URL the raw path and query; of a local object the path below the integration's root
 * @param version the version or generation that the URL named, if it did
 */
public record ObjectLocation(
        Provider provider,
        String endpoint,
        String bucket,
        String key,
        @Nullable String version) {}

package io.accession.core.object;

import org.jspecify.annotations.Nullable;

/**
 * The one name of an object, whatever its URL looked like, and how to fetch it where no name but only a URL gets in.
 *
 * @param endpoint the AWS partition ({@code aws}, {@code aws-cn}, …), {@code storage.googleapis.com}, the Azure account's host, the
 *     integration's endpoint, the scheme and authority of a web URL, or the root directory of local objects
 * @param bucket bucket, container, or empty for web and local objects
 * @param key decoded once; of a web URL the raw path and query without presigned parameters; of a local object the path below the root
 * @param version the version or generation that the URL named, if it did
 * @param fetchUrl what direct access fetches, presigned parameters included; null for all other integrations. No part of the
 *     object's identity, and a secret: it is not printed
 */
public record ObjectLocation(
        Provider provider,
        String endpoint,
        String bucket,
        String key,
        @Nullable String version,
        @Nullable String fetchUrl) {

    public ObjectLocation(Provider provider, String endpoint, String bucket, String key, @Nullable String version) {
        this(provider, endpoint, bucket, key, version, null);
    }

    ObjectLocation fetchedAs(String url) {
        return new ObjectLocation(provider, endpoint, bucket, key, version, url);
    }

    @Override
    public String toString() {
        return "ObjectLocation[" + provider + ", " + endpoint + ", " + bucket + ", " + key + ", " + version + "]";
    }
}

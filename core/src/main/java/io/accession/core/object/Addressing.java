package io.accession.core.object;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What of a storage integration decides which object a URL names.
 *
 * @param endpoint of an S3-compatible store its scheme and authority, without a trailing slash; of Amazon S3 the partition ({@code
 *     aws} when null); of a local directory its absolute path; of Azure the account's host, or at an address of its own
 *     scheme, authority and perhaps the account; otherwise null
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

    /** S3 by its settings. An endpoint that is Amazon's own is no endpoint: its objects are Amazon's. */
    public static Addressing s3(@Nullable String region, @Nullable String endpoint, @Nullable String bucket) {
        if (endpoint == null) {
            return new Addressing(Provider.AWS_S3, region == null ? null : AmazonHost.partitionOf(region), bucket);
        }
        var origin = HttpUrl.endpoint(endpoint);
        var amazon = AmazonHost.parse(origin.substring(origin.indexOf("://") + 3));
        return amazon == null
                ? new Addressing(Provider.S3_COMPATIBLE, origin, bucket)
                : new Addressing(Provider.AWS_S3, amazon.partition(), bucket);
    }

    public static Addressing google(@Nullable String bucket) {
        return new Addressing(Provider.GOOGLE, null, bucket);
    }

    /** {@code endpoint} is null or as {@link #azureEndpoint} gives it. An endpoint that is a cloud's is the account's host. */
    public static Addressing azure(String account, @Nullable String endpoint, @Nullable String container) {
        if (endpoint == null) {
            return new Addressing(Provider.AZURE, account + ".blob.core.windows.net", container);
        }
        var authority = endpoint.substring(endpoint.indexOf("://") + 3);
        return new Addressing(Provider.AZURE, CloudUrls.isAzureHost(authority) ? authority : endpoint, container);
    }

    /**
     * The one spelling of an Azure endpoint, without a trailing slash.
     *
     * @throws IllegalArgumentException when it is no web address, or has another path than the account
     */
    public static String azureEndpoint(String account, String endpoint) {
        var given = endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint;
        var path = "/" + account;
        return given.endsWith(path) && given.indexOf('/', given.indexOf("://") + 3) == given.length() - path.length()
                ? origin(given.substring(0, given.length() - path.length())) + path
                : origin(given);
    }

    /**
     * The one spelling of scheme and authority.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static String origin(String endpoint) {
        var origin = HttpUrl.endpoint(endpoint);
        if (URI.create(origin).getHost() == null) {
            throw new IllegalArgumentException(
                    "The endpoint's host is not a name of letters, digits, dots and hyphens, or an address.");
        }
        return origin;
    }

    public static Addressing direct() {
        return new Addressing(Provider.WEB, null, null);
    }

    public static Addressing local(Path root) {
        return new Addressing(Provider.LOCAL, root.toAbsolutePath().normalize().toString(), null);
    }

    public boolean isLocal() {
        return provider == Provider.LOCAL;
    }

    /** Whether there is one place that can be listed and written to: a bucket, a container, a directory. */
    public boolean hasOwnBucket() {
        return isLocal() || (bucket != null && provider != Provider.WEB);
    }
}

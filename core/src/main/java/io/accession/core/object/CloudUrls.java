package io.accession.core.object;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises the http forms of the clouds' objects by their hosts (registration-facts section 3). */
final class CloudUrls {

    static final String GOOGLE_HOST = "storage.googleapis.com";

    private static final List<String> GOOGLE_PATH_STYLE =
            List.of(GOOGLE_HOST, "storage.cloud.google.com", "commondatastorage.googleapis.com");

    private static final List<String> AZURE_SUFFIXES = List.of(
            ".blob.core.windows.net",
            ".blob.core.usgovcloudapi.net",
            ".blob.core.chinacloudapi.cn",
            ".blob.storage.azure.net");

    private CloudUrls() {}

    /** The object that the URL names to Amazon, Google or Azure; null when its host is none of theirs. */
    static @Nullable ObjectLocation find(HttpUrl url) {
        if (!url.hasDefaultPort()) {
            return null;
        }
        var amazon = AmazonHost.parse(url.host());
        if (amazon != null) {
            return amazon(url, amazon);
        }
        return url.host().endsWith(".com") && url.host().contains("google") ? google(url) : azure(url);
    }

    /** A location from the bucket that the host names, or from the first segment of the path. Both are decoded after they are split. */
    static ObjectLocation located(
            Provider provider, String endpoint, @Nullable String hostBucket, HttpUrl url, @Nullable String version) {
        String path = url.path().isEmpty() ? "" : url.path().substring(1);
        if (hostBucket != null) {
            return new ObjectLocation(provider, endpoint, hostBucket, key(path), version);
        }
        int slash = path.indexOf('/');
        if (slash <= 0) {
            throw namesNoObject();
        }
        String bucket = PercentCoding.decode(path.substring(0, slash));
        requireBucketName(bucket);
        return new ObjectLocation(provider, endpoint, bucket, key(path.substring(slash + 1)), version);
    }

    /** Laxer than any cloud, and strict enough that a bucket is never anything else: an ARN, a path, a part of a URL. */
    static void requireBucketName(String bucket) {
        for (int i = 0; i < bucket.length(); i++) {
            char c = bucket.charAt(i);
            boolean sound = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || (c == '.' && bucket.length() > 2)
                    || (c == '$' && i == 0);
            if (!sound) {
                throw UnusableUrl.invalid("The URL's bucket is not the name of one.");
            }
        }
    }

    static UnusableUrl namesNoObject() {
        return UnusableUrl.invalid("The URL names no object; bucket and key are needed.");
    }

    private static ObjectLocation amazon(HttpUrl url, AmazonHost host) {
        String version = PresignedQuery.parameter(url.query(), "versionId");
        return located(Provider.AWS_S3, host.partition(), host.bucket(), url, version);
    }

    private static @Nullable ObjectLocation google(HttpUrl url) {
        String version = PresignedQuery.parameter(url.query(), "generation");
        if (GOOGLE_PATH_STYLE.contains(url.host())) {
            return located(Provider.GOOGLE, GOOGLE_HOST, null, url, version);
        }
        if (url.host().endsWith("." + GOOGLE_HOST)) {
            String bucket = url.host().substring(0, url.host().length() - GOOGLE_HOST.length() - 1);
            return located(Provider.GOOGLE, GOOGLE_HOST, bucket, url, version);
        }
        return null;
    }

    private static @Nullable ObjectLocation azure(HttpUrl url) {
        return isAzureHost(url.host()) ? azure(url.host(), url) : null;
    }

    static boolean isAzureHost(String host) {
        return AZURE_SUFFIXES.stream().anyMatch(suffix -> host.endsWith(suffix) && host.length() > suffix.length());
    }

    /** {@code endpoint} is that of the location; the URL's path is that behind it. */
    static ObjectLocation azure(String endpoint, HttpUrl url) {
        // What lies directly below the account is in its root container.
        String container = url.path().indexOf('/', 1) < 0 ? "$root" : null;
        return located(Provider.AZURE, endpoint, container, url, azureVersion(url.query()));
    }

    private static @Nullable String azureVersion(@Nullable String query) {
        String version = PresignedQuery.parameter(query, "versionid");
        String snapshot = PresignedQuery.parameter(query, "snapshot");
        if (snapshot == null) {
            return version;
        }
        return "snapshot=" + snapshot + (version == null ? "" : "&versionid=" + version);
    }

    private static String key(String raw) {
        if (raw.isEmpty()) {
            throw namesNoObject();
        }
        return PercentCoding.decode(raw);
    }
}

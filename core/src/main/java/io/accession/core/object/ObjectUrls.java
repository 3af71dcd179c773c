package io.accession.core.object;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows what object a URL names. The rules and a table of examples are in {@code docs/identity.md}. Asks nobody:
 * a URL is resolved by its text alone. Safe for use by many threads.
 */
public final class ObjectUrls {

    private ObjectUrls() {}

    /** Messages name at most the scheme and the host of the URL, since the rest may be a secret. */
    public static Resolution resolve(String url, Addressing addressing) {
        try {
            requireReadable(url);
            return new Resolution.Located(locate(url, addressing));
        } catch (UnusableUrl e) {
            return new Resolution.Refused(e.failure());
        }
    }

    /** The object of that key in the integration's own bucket; the key is taken literally. */
    public static ObjectLocation ownObject(String key, Addressing addressing) {
        return inOwnBucket(addressing.bucket() == null ? "" : addressing.bucket(), key, addressing);
    }

    private static ObjectLocation locate(String url, Addressing addressing) {
        if (startsWith(url, "s3://")) {
            return bucketUrl(url, "s3", addressing);
        }
        if (startsWith(url, "https://")) {
            return httpUrl(url, HttpUrl.parse(withoutSpaces(url), true, 8), addressing);
        }
        if (startsWith(url, "http://")) {
            return httpUrl(url, HttpUrl.parse(withoutSpaces(url), false, 7), addressing);
        }
        if (startsWith(url, "gs://")) {
            return bucketUrl(url, "gs", addressing);
        }
        if (addressing.provider() == Provider.LOCAL && (LocalPaths.isFileUrl(url) || scheme(url) == null)) {
            return LocalPaths.locate(url, addressing.endpoint());
        }
        return relativeUrl(url, addressing);
    }

    /** {@code s3://bucket/key} and {@code gs://bucket/key}: everything after the bucket is the key, literally. */
    private static ObjectLocation bucketUrl(String url, String scheme, Addressing addressing) {
        boolean google = scheme.equals("gs");
        boolean reached = google
                ? addressing.provider() == Provider.GOOGLE
                : addressing.provider() == Provider.AWS_S3 || addressing.provider() == Provider.S3_COMPATIBLE;
        if (!reached) {
            throw outside(scheme + ":// URLs", addressing);
        }
        int bucketStart = scheme.length() + 3;
        int slash = url.indexOf('/', bucketStart);
        if (slash <= bucketStart || slash == url.length() - 1) {
            throw CloudUrls.namesNoObject();
        }
        String bucket = url.substring(bucketStart, slash);
        CloudUrls.requireBucketName(bucket);
        return inOwnBucket(bucket, url.substring(slash + 1), addressing);
    }

    private static ObjectLocation httpUrl(String given, HttpUrl url, Addressing addressing) {
        return switch (addressing.provider()) {
            case WEB -> webUrl(url);
            case S3_COMPATIBLE -> endpointUrl(url, addressing);
            case AWS_S3, GOOGLE -> cloudUrl(url, addressing);
            case AZURE -> azureUrl(url, addressing);
            case LOCAL -> throw outside(scheme(given) + ":// URLs", addressing);
        };
    }

    private static ObjectLocation webUrl(HttpUrl url) {
        String target = url.target();
        String fetched = url.origin() + target;
        var cloud = CloudUrls.find(url);
        if (cloud != null) {
            return cloud.fetchedAs(fetched);
        }
        int question = target.indexOf('?');
        String query = question < 0 ? null : PresignedQuery.withoutSignature(target.substring(question + 1));
        String path = question < 0 ? target : target.substring(0, question);
        String key = query == null ? path : path + "?" + query;
        return new ObjectLocation(Provider.WEB, url.origin(), "", key, null, fetched);
    }

    private static ObjectLocation cloudUrl(HttpUrl url, Addressing addressing) {
        var location = CloudUrls.find(url);
        if (location == null || location.provider() != addressing.provider()) {
            throw outside("URLs of " + url.host(), addressing);
        }
        if (!location.endpoint().equals(endpointOf(addressing, location.endpoint()))) {
            throw UnusableUrl.outside("The URL is one of " + location.endpoint() + ", the storage integration one of "
                    + addressing.endpoint() + "; register it through an integration of its own.");
        }
        requireBucket(location.bucket(), addressing);
        return location;
    }

    /** Accounts at an address of their own are found below it only. */
    private static ObjectLocation azureUrl(HttpUrl url, Addressing addressing) {
        var endpoint = addressing.endpoint();
        if (endpoint == null || !endpoint.contains("://")) {
            return cloudUrl(url, addressing);
        }
        var below = url.below(endpoint);
        if (below == null) {
            throw outside("URLs of " + url.host(), addressing);
        }
        var location = CloudUrls.azure(endpoint, below);
        requireBucket(location.bucket(), addressing);
        return location;
    }

    private static ObjectLocation endpointUrl(HttpUrl url, Addressing addressing) {
        String endpoint = endpointOf(addressing, "");
        String authority = endpoint.substring(endpoint.indexOf("://") + 3);
        String given = url.authority();
        String bucket = null;
        if (given.endsWith("." + authority)) {
            bucket = given.substring(0, given.length() - authority.length() - 1);
        } else if (!given.equals(authority)) {
            throw outside("URLs of " + url.host(), addressing);
        }
        String version = PresignedQuery.parameter(url.query(), "versionId");
        var location = CloudUrls.located(Provider.S3_COMPATIBLE, endpoint, bucket, url, version);
        requireBucket(location.bucket(), addressing);
        return location;
    }

    private static ObjectLocation relativeUrl(String url, Addressing addressing) {
        String scheme = scheme(url);
        if (scheme != null) {
            throw UnusableUrl.invalid("No storage is known for the scheme '" + scheme
                    + "'. Object URLs start with s3://, gs://, https://, http:// or file:///, or are relative.");
        }
        if (addressing.bucket() == null || addressing.provider() == Provider.WEB) {
            throw UnusableUrl.outside(
                    "The URL is relative and the storage integration has no bucket of its own. Write the whole URL, "
                            + "such as s3://bucket/key, or give the integration a bucket.");
        }
        String key = url.startsWith("/") ? url.substring(1) : url;
        if (key.isEmpty()) {
            throw CloudUrls.namesNoObject();
        }
        return ownObject(key, addressing);
    }

    private static ObjectLocation inOwnBucket(String bucket, String key, Addressing addressing) {
        requireBucket(bucket, addressing);
        String endpoint = endpointOf(addressing, addressing.provider() == Provider.AWS_S3 ? "aws" : "");
        return new ObjectLocation(addressing.provider(), endpoint, bucket, key, null);
    }

    private static String endpointOf(Addressing addressing, String otherwise) {
        if (addressing.provider() == Provider.GOOGLE) {
            return CloudUrls.GOOGLE_HOST;
        }
        if (addressing.endpoint() == null) {
            return addressing.provider() == Provider.AWS_S3 ? "aws" : otherwise;
        }
        return addressing.endpoint();
    }

    private static void requireBucket(String bucket, Addressing addressing) {
        if (addressing.bucket() != null && !addressing.bucket().equals(bucket)) {
            throw UnusableUrl.outside("The object is in bucket '" + bucket + "', the storage integration reaches only '"
                    + addressing.bucket() + "'.");
        }
    }

    private static UnusableUrl outside(String what, Addressing addressing) {
        String reaches = switch (addressing.provider()) {
            case AWS_S3 -> "objects in Amazon S3 (s3://bucket/key or an amazonaws.com URL)";
            case S3_COMPATIBLE -> "s3://bucket/key and URLs below " + addressing.endpoint();
            case GOOGLE -> "objects in Google Cloud Storage (gs://bucket/key or a storage.googleapis.com URL)";
            case AZURE -> "objects in its Azure storage account";
            case WEB -> "https and http URLs";
            case LOCAL -> "files below its root directory";
        };
        return UnusableUrl.outside("The storage integration does not reach " + what + "; it reaches " + reaches + ".");
    }

    private static boolean startsWith(String url, String scheme) {
        return url.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** The lower-cased scheme; null when the URL is relative. A colon without two slashes may be part of a key, except after well-known schemes. */
    private static @Nullable String scheme(String url) {
        int colon = url.indexOf(':');
        for (int i = 0; i < colon; i++) {
            char c = url.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
                return null;
            }
        }
        if (colon <= 0) {
            return null;
        }
        String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("http")
                || scheme.equals("https")
                || scheme.equals("s3")
                || scheme.equals("gs")
                || scheme.equals("file");
        return known || url.startsWith("//", colon + 1) ? scheme : null;
    }

    private static void requireReadable(String url) {
        if (url.isEmpty()) {
            throw UnusableUrl.invalid("The URL is empty.");
        }
        if (isSpace(url.charAt(0)) || isSpace(url.charAt(url.length() - 1))) {
            throw UnusableUrl.invalid("The URL starts or ends with white space.");
        }
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c < ' ' || c == 0x7F) {
                throw UnusableUrl.invalid("The URL holds a control character.");
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE && !isPaired(url, i)) {
                throw UnusableUrl.invalid("The URL holds half of a character (a lone surrogate).");
            }
        }
    }

    private static boolean isPaired(String url, int index) {
        char c = url.charAt(index);
        return Character.isHighSurrogate(c)
                ? index + 1 < url.length() && Character.isLowSurrogate(url.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(url.charAt(index - 1));
    }

    private static String withoutSpaces(String url) {
        for (int i = 0; i < url.length(); i++) {
            if (isSpace(url.charAt(i))) {
                throw UnusableUrl.invalid("The URL holds white space; write a space as %20.");
            }
        }
        return url;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c < 0x20 || (c >= 0x80 && (Character.isSpaceChar(c) || Character.isWhitespace(c)));
    }
}

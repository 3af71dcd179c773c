package io.accession.core.object;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;

/**
 * All objects of one bucket whose keys start alike.
 *
 * @param key what they start with; empty for the whole bucket
 */
public record ObjectPrefix(Provider provider, String endpoint, String bucket, String key) {

    /** What came of reading a prefix's URL. */
    public sealed interface Reading {

        record Located(ObjectPrefix prefix) implements Reading {}

        record Refused(Failure failure) implements Reading {}
    }

    private static final String ANYTHING = "x";

    /**
     * Reads the URL of a prefix, in any spelling that objects have. Without a key it is the whole bucket; relative URLs and the empty one are
     * in the integration's own bucket, or below its root.
     */
    public static Reading read(String url, Addressing addressing) {
        if (addressing.provider() == Provider.WEB) {
            return refused("Direct access reaches URLs one by one; there is nothing to list.");
        }
        boolean web = url.regionMatches(true, 0, "http", 0, 4) && url.contains("://");
        if (web && (url.indexOf('?') >= 0 || url.indexOf('#') >= 0)) {
            return refused("A prefix has no query and no fragment; write ? as %3F and # as %23.");
        }
        // Whatever a prefix is followed by makes an object of it.
        boolean bucketAlone = isBucketAlone(url, addressing);
        var object = ObjectUrls.resolve(url + (bucketAlone ? "/" : "") + ANYTHING, addressing);
        if (object instanceof Resolution.Refused && !bucketAlone) {
            object = ObjectUrls.resolve(url + "/" + ANYTHING, addressing);
        }
        return switch (object) {
            case Resolution.Located(var location) -> new Reading.Located(of(location));
            case Resolution.Refused(var failure) -> new Reading.Refused(failure);
        };
    }

    /** Whether nothing follows the first name after the scheme, or the second, where the first one is Azure's account. */
    private static boolean isBucketAlone(String url, Addressing addressing) {
        int scheme = url.indexOf("://");
        if (scheme < 0 || addressing.provider() == Provider.LOCAL) {
            return false;
        }
        int slash = url.indexOf('/', scheme + 3);
        return slash < 0
                || (addressing.provider() == Provider.AZURE
                        && url.indexOf('/', slash + 1) < 0
                        && slash + 1 < url.length());
    }

    private static ObjectPrefix of(ObjectLocation location) {
        String key = location.key();
        return new ObjectPrefix(
                location.provider(),
                location.endpoint(),
                location.bucket(),
                key.substring(0, key.length() - ANYTHING.length()));
    }

    private static Reading refused(String message) {
        return new Reading.Refused(new Failure(FailureCode.URL_INVALID, message));
    }

    public ObjectLocation object(String objectKey) {
        return new ObjectLocation(provider, endpoint, bucket, objectKey, null);
    }

    /** Whether everything of the other prefix is in this one too. */
    public boolean holds(ObjectPrefix other) {
        return endpoint.equals(other.endpoint) && bucket.equals(other.bucket) && other.key.startsWith(key);
    }
}

package io.accession.core.draft;

/**
 * One object of a listing.
 *
 * @param key without its bucket; what extensions, patterns and titles are taken from
 * @param url as a manifest names it
 * @param bytes -1 where the listing does not say
 */
public record ListedObject(String key, String url, long bytes) {

    String fileName() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** With its slash; empty at the top. */
    String directory() {
        return key.substring(0, key.lastIndexOf('/') + 1);
    }
}

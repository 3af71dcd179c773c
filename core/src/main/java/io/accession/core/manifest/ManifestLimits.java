package io.accession.core.manifest;

/**
 * How large a manifest and its parts may be (registration-facts section 6 and 18.9).
 *
 * @param csvRows rows below the headers of a CSV manifest
 * @param urlBytes of one URL in UTF-8
 * @param metadataBytes of one entry's client metadata as received
 * @param entryBytes of one entry; a larger one fails without being kept
 * @param manifestBytes after decompression
 * @param depth of nesting, counted from the manifest's own braces
 */
public record ManifestLimits(
        int urls,
        int items,
        int csvRows,
        int urlBytes,
        int metadataBytes,
        int entryBytes,
        long manifestBytes,
        int depth) {

    public static final ManifestLimits DEFAULT =
            new ManifestLimits(1_000_000, 500_000, 10_000, 16 << 10, 10_000_000, 64 << 20, 4L << 30, 1_000);

    /** Of a CSV manifest after decompression: each of its rows may have a URL and as much again, so that larger ones can only be wrong. */
    public long csvBytes() {
        return Math.min(manifestBytes, 2L * csvRows * urlBytes);
    }
}

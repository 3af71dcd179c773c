package io.accession.core.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;

/** How a manifest is packed for the way: a content coding (RFC 9110 section 8.4.1, RFC 8878). */
public enum BodyCoding {
    IDENTITY,
    GZIP,
    ZSTD;

    /** The coding that a {@code Content-Encoding} names; empty for any other and for several at once. */
    public static Optional<BodyCoding> named(String contentEncoding) {
        return switch (contentEncoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> Optional.of(IDENTITY);
            case "gzip", "x-gzip" -> Optional.of(GZIP);
            case "zstd" -> Optional.of(ZSTD);
            default -> Optional.empty();
        };
    }

    /**
     * What the packed bytes stand for, to be read by {@link ManifestReader}. Unpacks as it is read, in 8 MiB at most: how far a bomb blows
     * up is for the reader's limits to say. Closing it does not close {@code packed}.
     */
    public InputStream unpacked(InputStream packed) throws IOException {
        return switch (this) {
            case IDENTITY -> packed;
            case GZIP -> new GzipUnpacking(packed);
            case ZSTD -> ZstdUnpacking.of(packed);
        };
    }
}

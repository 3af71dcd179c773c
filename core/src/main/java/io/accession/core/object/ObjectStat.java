package io.accession.core.object;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a storage tells of an object without its bytes. {@code bytes} is -1 where the storage does not say. */
public record ObjectStat(
        long bytes,
        @Nullable String etag,
        @Nullable Instant lastModified,
        @Nullable String contentType) {

    /** Whether this is another ETag; not when one of them is unknown. Storages and libraries write quotes and weakness as they like. */
    public boolean hasOtherEtagThan(@Nullable String other) {
        return etag != null && other != null && !bare(etag).equals(bare(other));
    }

    /** Whether this is another size; not when one of them is unknown. */
    public boolean hasOtherSizeThan(@Nullable Long other) {
        return bytes >= 0 && other != null && bytes != other;
    }

    private static String bare(String etag) {
        String strong = etag.startsWith("W/") ? etag.substring(2) : etag;
        return strong.replace("\"", "");
    }
}

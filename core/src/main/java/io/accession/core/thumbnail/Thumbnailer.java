package io.accession.core.thumbnail;

import io.accession.core.media.ObjectView;
import java.nio.file.Path;

/** Makes small pictures of pictures and videos. Decodes outside of this process. Safe for use by many threads. */
public interface Thumbnailer {

    /** What an object holds. */
    enum Source {
        PICTURE,
        VIDEO
    }

    /**
     * Writes a JPEG, at most {@code edge} pixels wide and high and never larger than its source, into the file.
     *
     * @param seconds where in a video to look
     */
    ThumbnailResult make(ObjectView object, Source source, double seconds, int edge, Path file)
            throws InterruptedException;
}

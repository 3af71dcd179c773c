package io.accession.core.thumbnail;

import io.accession.core.media.ObjectView;
import java.nio.file.Path;

/** Makes small pictures of pictures and videos. Decodes outside of this process. Safe for use by many threads. */
public interface Thumbnailer {

    /** Writes a JPEG, at most {@code edge} pixels wide and high and never larger than its source, into the file. */
    ThumbnailResult make(ObjectView object, PictureSource source, int edge, Path file) throws InterruptedException;
}

package io.accession.core.quality;

import io.accession.core.media.ObjectView;
import io.accession.core.thumbnail.Thumbnailer.Source;

/** Decodes pictures, and frames of videos, outside of this process. Safe for use by many threads. */
public interface PictureDecoder {

    /**
     * A picture at most {@code edge} pixels wide and high, and never larger than its source.
     *
     * @param seconds where in a video to look
     */
    DecodingResult decode(ObjectView object, Source source, double seconds, int edge) throws InterruptedException;
}

package io.accession.core.quality;

import io.accession.core.media.ObjectView;
import io.accession.core.thumbnail.PictureSource;

/** Decodes pictures, and frames of videos, outside of this process. Safe for use by many threads. */
public interface PictureDecoder {

    /** A picture at most {@code edge} pixels wide and high, and never larger than its source. */
    DecodingResult decode(ObjectView object, PictureSource source, int edge) throws InterruptedException;
}

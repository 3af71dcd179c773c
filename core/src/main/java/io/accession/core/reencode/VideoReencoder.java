package io.accession.core.reencode;

import io.accession.core.domain.MediaFacts;
import io.accession.core.media.ObjectView;
import io.accession.core.render.RenderResult;
import java.util.function.BooleanSupplier;

/**
 * Makes a video anew: H.264 and AAC in MP4 with its index in front, the first frame at 0, at a constant frame rate, with rotation applied and sides
 * padded to even numbers. The rate is the video's own; of one with a variable rate the average. Sound ends with the pictures. Never throws on bad
 * media. Safe for use by many threads.
 */
public interface VideoReencoder {

    /** {@code facts} are what probing found, the track included. Ends soon after the video is no longer {@code wanted}. */
    RenderResult reencode(ObjectView original, MediaFacts.Video facts, BooleanSupplier wanted)
            throws InterruptedException;
}

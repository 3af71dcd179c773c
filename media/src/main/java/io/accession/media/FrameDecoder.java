package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;

/** Decodes pictures, each in a child of its own, which gets the object's bytes by a pipe and opens nothing. Safe for use by many threads. */
final class FrameDecoder {

    private final FfmpegPrograms programs;
    private final ChildLimits limits;
    private final long mostPixels;

    FrameDecoder(FfmpegPrograms programs, ChildLimits limits, long mostPixels) {
        this.programs = programs;
        this.limits = limits;
        this.mostPixels = mostPixels;
    }

    /** One frame of the canvas, 4:2:0, plane by plane. */
    byte[] decode(ObjectView object, VideoCanvas canvas)
            throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
        var header = FrameHeader.read(object, mostPixels);
        var decoding = new FrameDecoding(header, canvas);
        try (var child = FfmpegChild.start(programs, limits, 0, decoding.arguments(mostPixels))) {
            var feeding = new ObjectFeeding(object, header.bytes(), child.input());
            var frame = child.output().readNBytes(canvas.frameBytes());
            int exitCode = child.exitCode();
            feeding.end();
            if (child.wasLate()) {
                throw new ObjectUnavailableException(
                        FailureCode.RENDERING_TIMED_OUT,
                        "Decoding the image took longer than "
                                + limits.patience().toSeconds() + " s");
            }
            if (exitCode != 0 || frame.length != canvas.frameBytes() || decoding.isDamaged(child.complaints())) {
                throw BadMediaException.damaged(
                        "The image of type " + header.type().mimeType() + " cannot be decoded");
            }
            return frame;
        }
    }
}

package io.accession.media;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Decodes pictures, each in a child of its own, which gets the object's bytes by a pipe and opens nothing. Safe for use by many threads. */
final class FrameDecoder {

    private static final int FIRST_BLOCK = BlockReader.FIRST_BLOCK;
    private static final int LARGEST_BLOCK = 1 << 20;

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
            var feeding = new Feeding(object, header.bytes(), child.input());
            var frame = child.output().readNBytes(canvas.frameBytes());
            int exitCode = child.exitCode();
            var storageFailed = feeding.end();
            if (storageFailed != null) {
                throw new ObjectUnavailableException(storageFailed.code(), storageFailed.message());
            }
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

    /** Gives an object's bytes to a child, on a thread of its own, until the child has enough of them. */
    private static final class Feeding {

        private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
        private final Thread thread;

        Feeding(ObjectView object, long bytes, OutputStream child) {
            this.thread = Thread.ofVirtual().name("frame-feeding").start(() -> feed(object, bytes, child));
        }

        private void feed(ObjectView object, long bytes, OutputStream child) {
            try (child) {
                int size = FIRST_BLOCK;
                for (long at = 0; at < bytes; ) {
                    var block = object.read(at, (int) Math.min(size, bytes - at));
                    if (block.length == 0) {
                        throw new ObjectUnavailableException(
                                FailureCode.OBJECT_CHANGED, "The object became shorter while it was read");
                    }
                    child.write(block);
                    at += block.length;
                    size = Math.min(2 * size, LARGEST_BLOCK);
                }
            } catch (ObjectUnavailableException e) {
                failure.set(e.failure());
            } catch (IOException e) {
                // The child has seen enough, or has died: its exit code tells.
                return;
            }
        }

        /** Waits for the last read; null unless the storage failed. */
        @Nullable
        Failure end() throws InterruptedException {
            thread.join();
            return failure.get();
        }
    }
}

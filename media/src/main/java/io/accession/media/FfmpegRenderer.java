package io.accession.media;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FrameRate;
import io.accession.core.domain.MediaFacts;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.render.Frames;
import io.accession.core.render.RenderResult;
import io.accession.core.render.RenderedVideo;
import io.accession.core.render.SequenceRenderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Renders with children of FFmpeg: one decodes each picture, one encodes all of them. A few pictures are decoded ahead of the encoder, so
 * that reading, decoding and encoding overlap; that many raw frames of at most 14 MB each are what it keeps in memory.
 */
public final class FfmpegRenderer implements SequenceRenderer {

    static final int FRAMES_PER_SECOND = 25;

    private static final int AHEAD = 3;
    private final FfmpegTools tools;
    private final WorkDirectory workDirectory;
    private final ChildLimits limits;
    private final long mostPixels;

    /**
     * {@code cacheDirectory} is where the programs are unpacked when they are needed first, {@code workDirectory} where videos lie
     * until they are handed on; {@code mostPixels} is how many a picture may have.
     */
    public FfmpegRenderer(Path cacheDirectory, Path workDirectory, long mostPixels) {
        this(cacheDirectory, workDirectory, mostPixels, ChildLimits.USUAL);
    }

    FfmpegRenderer(Path cacheDirectory, Path workDirectory, long mostPixels, ChildLimits limits) {
        this.tools = new FfmpegTools(cacheDirectory);
        this.workDirectory = new WorkDirectory(workDirectory);
        this.mostPixels = mostPixels;
        this.limits = limits;
    }

    @Override
    public RenderResult render(Frames frames) throws InterruptedException {
        try {
            var unpacked = tools.programs();
            var file = workDirectory.newFile(".mp4");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var result = new Rendering(frames, unpacked, threads).into(file);
                if (!(result instanceof RenderResult.Rendered)) {
                    Files.delete(file);
                }
                return result;
            } catch (IOException | RuntimeException | InterruptedException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sequence on its way. */
    private final class Rendering {

        private final Frames frames;
        private final FfmpegPrograms unpacked;
        private final FrameDecoder decoder;
        private final ExecutorService threads;
        private final ArrayDeque<Future<byte[]>> decoding = new ArrayDeque<>();
        private int current;

        Rendering(Frames frames, FfmpegPrograms unpacked, ExecutorService threads) {
            this.frames = frames;
            this.unpacked = unpacked;
            this.decoder = new FrameDecoder(unpacked, limits, mostPixels);
            this.threads = threads;
        }

        RenderResult into(Path file) throws IOException, InterruptedException {
            try {
                var first = FrameHeader.read(frames.open(0), mostPixels);
                return encode(VideoCanvas.of(first.size()), file);
            } catch (BadMediaException e) {
                return RenderResult.failed(ofFrame(e.failure()));
            } catch (ObjectUnavailableException e) {
                return RenderResult.failed(ofFrame(e.failure()));
            } finally {
                decoding.forEach(frame -> frame.cancel(true));
            }
        }

        private RenderResult encode(VideoCanvas canvas, Path file)
                throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
            try (var encoder = new VideoEncoder(unpacked, limits, canvas, file)) {
                for (current = 0; current < frames.count(); current++) {
                    if (!frames.areWanted()) {
                        return new RenderResult.Abandoned();
                    }
                    decodeAhead(canvas);
                    encoder.add(taken(decoding.removeFirst()));
                }
                encoder.finish();
            }
            return new RenderResult.Rendered(new RenderedVideo(file, facts(canvas, Files.size(file))));
        }

        private void decodeAhead(VideoCanvas canvas) {
            for (int next = current + decoding.size();
                    next < frames.count() && decoding.size() < AHEAD;
                    next = current + decoding.size()) {
                int index = next;
                decoding.addLast(threads.submit(() -> decoder.decode(frames.open(index), canvas)));
            }
        }

        private byte[] taken(Future<byte[]> frame)
                throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
            try {
                return frame.get();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case BadMediaException bad -> throw bad;
                    case ObjectUnavailableException unavailable -> throw unavailable;
                    case IOException io -> throw io;
                    case null, default -> throw new IllegalStateException("decoding a frame failed", e);
                }
            }
        }

        private Failure ofFrame(Failure failure) {
            return current < frames.count()
                    ? new Failure(failure.code(), "Object " + current + ", counted from 0: " + failure.message())
                    : failure;
        }

        private MediaFacts.Video facts(VideoCanvas canvas, long bytes) {
            var track = new MediaFacts.VideoTrack(
                    new FrameRate(FRAMES_PER_SECOND, 1),
                    (long) frames.count(),
                    false,
                    "h264",
                    "yuv420p",
                    0,
                    false,
                    List.of());
            return new MediaFacts.Video(
                    ContentType.MP4.mimeType(),
                    bytes,
                    canvas.width(),
                    canvas.height(),
                    FRAMES_PER_SECOND,
                    (double) frames.count() / FRAMES_PER_SECOND,
                    track);
        }
    }
}

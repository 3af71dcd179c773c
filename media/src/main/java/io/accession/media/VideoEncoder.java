package io.accession.media;

import io.accession.core.domain.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A child that makes a video of the frames that it is given one by one. For one thread. */
final class VideoEncoder implements AutoCloseable {

    /** The longest that one request can write into S3. */
    static final long LARGEST_VIDEO = 5L << 30;
    /** The index is moved to the front when all frames are there, which copies the whole file. */
    private static final Duration LAST_WORDS = Duration.ofMinutes(10);

    private static final Duration PROCESSOR_TIME = Duration.ofHours(24);

    private final FfmpegChild child;
    private final Path file;
    private final Duration patience;

    VideoEncoder(FfmpegPrograms programs, ChildLimits limits, VideoCanvas canvas, Path file) throws IOException {
        this.patience = limits.patience();
        this.file = file;
        var unhurried = new ChildLimits(limits.patience(), PROCESSOR_TIME, limits.memory());
        this.child = FfmpegChild.start(programs, unhurried, LARGEST_VIDEO, arguments(canvas, file));
    }

    private static List<String> arguments(VideoCanvas canvas, Path file) {
        return List.of(
                "-f",
                "rawvideo",
                "-pixel_format",
                "yuv420p",
                "-video_size",
                canvas.storedWidth() + "x" + canvas.storedHeight(),
                "-framerate",
                Integer.toString(FfmpegRenderer.FRAMES_PER_SECOND),
                "-i",
                "pipe:0",
                "-vf",
                "setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709",
                "-c:v",
                "libopenh264",
                "-rc_mode",
                "off",
                "-q:v",
                "20",
                "-g",
                Integer.toString(FfmpegRenderer.FRAMES_PER_SECOND),
                "-movflags",
                "+faststart",
                "-f",
                "mp4",
                "-y",
                file.toString());
    }

    void add(byte[] frame) throws BadMediaException, IOException, InterruptedException {
        child.waitAnother(patience);
        try {
            child.input().write(frame);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Ends the video; its file is complete then. */
    void finish() throws BadMediaException, IOException, InterruptedException {
        child.waitAnother(LAST_WORDS);
        try {
            child.input().close();
        } catch (IOException e) {
            throw failed(e);
        }
        if (child.exitCode() != 0) {
            throw failed(null);
        }
    }

    private IOException failed(@Nullable IOException cause)
            throws BadMediaException, IOException, InterruptedException {
        child.close();
        if (Files.size(file) >= LARGEST_VIDEO) {
            throw new BadMediaException(
                    FailureCode.RENDERING_TOO_LARGE,
                    "The video would have more than " + LARGEST_VIDEO + " bytes. Split the sequence");
        }
        if (child.wasLate()) {
            throw new BadMediaException(
                    FailureCode.RENDERING_TIMED_OUT,
                    "Encoding took longer than " + patience.toSeconds() + " s a frame");
        }
        return new IOException("the encoder failed: " + child.complaints(), cause);
    }

    @Override
    public void close() {
        child.close();
    }
}

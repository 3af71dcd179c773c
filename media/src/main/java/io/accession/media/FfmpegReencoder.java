package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.MediaProber;
import io.accession.core.media.ObjectView;
import io.accession.core.media.ProbeResult;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.reencode.VideoReencoder;
import io.accession.core.render.RenderResult;
import io.accession.core.render.RenderedVideo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Makes videos anew with a child of FFmpeg for each, which reads the original through the gateway and writes a file of this machine. What the
 * item says of the new video is found by looking at that file.
 */
public final class FfmpegReencoder implements VideoReencoder, AutoCloseable {

    /** The loader's exit code when a program or one of its libraries is missing. */
    private static final int NOT_STARTED = 127;

    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final long MEMORY = 4L << 30;
    private static final int THREADS = 4;

    private final FfmpegTools tools;
    private final WorkDirectory workDirectory;
    private final long largestVideo;
    private final MediaProber prober;
    private final Pace pace;

    /** How long a child may take: so much at least, and so many times the length of the video more. */
    record Pace(Duration least, int timesDuration) {
        static final Pace USUAL = new Pace(Duration.ofMinutes(10), 20);
        private static final Duration MOST = Duration.ofHours(24);

        Duration patience(double videoSeconds) {
            double millis = least.toMillis() + 1_000.0 * timesDuration * Math.max(0, videoSeconds);
            return Duration.ofMillis((long) Math.min(millis, (double) MOST.toMillis()));
        }
    }

    /**
     * {@code cacheDirectory} is where the programs are unpacked when they are needed first, {@code workDirectory} where videos lie until they are
     * handed on; {@code largestVideo} is how many bytes one may have; {@code prober} looks at what was made.
     */
    public FfmpegReencoder(Path cacheDirectory, Path workDirectory, long largestVideo, MediaProber prober) {
        this(cacheDirectory, workDirectory, largestVideo, prober, Pace.USUAL);
    }

    FfmpegReencoder(Path cacheDirectory, Path workDirectory, long largestVideo, MediaProber prober, Pace pace) {
        this.tools = new FfmpegTools(cacheDirectory);
        this.workDirectory = new WorkDirectory(workDirectory);
        this.largestVideo = largestVideo;
        this.prober = prober;
        this.pace = pace;
    }

    @Override
    public RenderResult reencode(ObjectView original, MediaFacts.Video facts, BooleanSupplier wanted)
            throws InterruptedException {
        try {
            var file = workDirectory.newFile(".mp4");
            RenderResult result = null;
            try {
                result = reencode(original, facts, wanted, file);
                return result;
            } finally {
                if (!(result instanceof RenderResult.Rendered)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (BadMediaException e) {
            return RenderResult.failed(e.failure());
        } catch (ObjectUnavailableException e) {
            return RenderResult.failed(e.failure());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RenderResult reencode(ObjectView original, MediaFacts.Video facts, BooleanSupplier wanted, Path file)
            throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
        var track = facts.track();
        if (track == null) {
            throw new IllegalArgumentException("a video is looked at before it is made anew");
        }
        requireSize(facts);
        var first = encode(original, facts, track, facts.durationSeconds(), wanted, file);
        // Where the container tells no duration of the pictures alone, it is known only now.
        return first instanceof RenderResult.Rendered(var video)
                        && video.facts().warnings().contains(VideoWarnings.AUDIO_LONGER_THAN_VIDEO)
                ? encode(original, facts, track, video.facts().durationSeconds(), wanted, file)
                : first;
    }

    private RenderResult encode(
            ObjectView original,
            MediaFacts.Video facts,
            MediaFacts.VideoTrack track,
            double soundSeconds,
            BooleanSupplier wanted,
            Path file)
            throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
        var patience = pace.patience(facts.durationSeconds());
        var limits = new ChildLimits(patience, patience.multipliedBy(THREADS).plusSeconds(1), MEMORY);
        var arguments = ReencodingArguments.of(track.frameRate(), track.hasAudio(), soundSeconds, file);
        try (var exposed = tools.gateway().expose(original, original.stat().bytes());
                var child = FfmpegChild.start(tools.programs(), limits, largestVideo, arguments)) {
            tell(child, exposed.address());
            while (!child.endsWithin(GLANCE)) {
                if (!wanted.getAsBoolean()) {
                    return new RenderResult.Abandoned();
                }
            }
            requireSuccess(child, exposed, file, patience);
        }
        return new RenderResult.Rendered(new RenderedVideo(file, factsOf(file)));
    }

    private static void requireSize(MediaFacts.Video facts) throws BadMediaException {
        if (!VideoCanvas.fits(facts.width(), facts.height())) {
            throw new BadMediaException(
                    FailureCode.RENDERING_TOO_LARGE,
                    facts.width() + " × " + facts.height() + " pixels are more than the "
                            + VideoCanvas.MOST_STORED_PIXELS + " of the largest H.264 video");
        }
    }

    private static void tell(FfmpegChild child, String address) {
        try (var input = child.input()) {
            input.write(address.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The child died before it was told anything: its exit code says so.
            return;
        }
    }

    private void requireSuccess(FfmpegChild child, ExposedObject exposed, Path file, Duration patience)
            throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
        var failure = exposed.failure();
        if (failure.isPresent()) {
            throw new ObjectUnavailableException(
                    failure.get().code(), failure.get().message());
        }
        int exitCode = child.exitCode();
        if (exitCode == 0) {
            return;
        }
        if (child.wasLate()) {
            throw new BadMediaException(
                    FailureCode.RENDERING_TIMED_OUT, "Encoding took longer than " + patience.toSeconds() + " s");
        }
        if (Files.size(file) >= largestVideo) {
            throw new BadMediaException(
                    FailureCode.RENDERING_TOO_LARGE, "The video would have more than " + largestVideo + " bytes");
        }
        if (exitCode == NOT_STARTED) {
            throw new IOException("ffmpeg did not start: " + child.complaints());
        }
        throw BadMediaException.damaged("The video cannot be decoded to its end");
    }

    private MediaFacts.Video factsOf(Path file) throws BadMediaException, IOException {
        try (var view = new FileView(file)) {
            return switch (prober.probe(ItemKind.VIDEO, view)) {
                case ProbeResult.Probed(MediaFacts.Video video, var _) -> video;
                case ProbeResult.Probed(var other, var _) ->
                    throw new IOException("what was encoded is " + other.mimeType());
                case ProbeResult.Unreadable(var failure) ->
                    throw BadMediaException.damaged("No frame can be decoded: " + failure.message());
                case ProbeResult.Unreachable(var failure) ->
                    throw new IOException("what was encoded cannot be looked at: " + failure.message());
            };
        }
    }

    /** Children that still run find their original gone. */
    @Override
    public void close() throws IOException {
        tools.close();
    }
}

package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.quality.DecodingResult;
import io.accession.core.quality.PictureDecoder;
import io.accession.core.thumbnail.PictureSource;
import io.accession.core.thumbnail.ThumbnailResult;
import io.accession.core.thumbnail.Thumbnailer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Makes small pictures with a child of FFmpeg for each. Pictures come to it by a pipe; of a video it reads through the gateway what it needs for
 * one frame.
 */
public final class FfmpegThumbnailer implements Thumbnailer, PictureDecoder, AutoCloseable {

    private static final ChildLimits LIMITS = new ChildLimits(Duration.ofSeconds(30), Duration.ofSeconds(20), 2L << 30);
    private static final int LARGEST_FILE = 8 << 20;

    private final FfmpegTools tools;
    private final long mostPixels;

    /** {@code cacheDirectory} is where the programs are unpacked when they are needed first; {@code mostPixels} is how many a picture may have. */
    public FfmpegThumbnailer(Path cacheDirectory, long mostPixels) {
        this.tools = new FfmpegTools(cacheDirectory);
        this.mostPixels = mostPixels;
    }

    @Override
    public ThumbnailResult make(ObjectView object, PictureSource source, int edge, Path file)
            throws InterruptedException {
        try {
            Files.write(file, small(object, source, edge, PictureForm.JPEG));
            return new ThumbnailResult.Made();
        } catch (BadMediaException e) {
            return new ThumbnailResult.Impossible(e.failure());
        } catch (ObjectUnavailableException e) {
            return isTooLarge(e)
                    ? new ThumbnailResult.Impossible(e.failure())
                    : new ThumbnailResult.Unavailable(e.failure());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public DecodingResult decode(ObjectView object, PictureSource source, int edge) throws InterruptedException {
        try {
            return new DecodingResult.Decoded(PixelMap.read(small(object, source, edge, PictureForm.PIXELS)));
        } catch (BadMediaException e) {
            return new DecodingResult.Impossible(e.failure());
        } catch (ObjectUnavailableException e) {
            return isTooLarge(e)
                    ? new DecodingResult.Impossible(e.failure())
                    : new DecodingResult.Unavailable(e.failure());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTooLarge(ObjectUnavailableException e) {
        return e.failure().code() == FailureCode.OBJECT_TOO_LARGE;
    }

    private byte[] small(ObjectView object, PictureSource source, int edge, PictureForm form)
            throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
        return switch (source) {
            case PictureSource.Still _ -> ofPicture(object, edge, form);
            case PictureSource.KeyFrame(double seconds) ->
                ofVideo(object, ThumbnailArguments.ofKeyFrame(seconds, edge, form));
            case PictureSource.Frame(double seconds) ->
                ofVideo(object, ThumbnailArguments.ofFrame(seconds, edge, form));
        };
    }

    private byte[] ofPicture(ObjectView object, int edge, PictureForm form)
            throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
        var header = FrameHeader.read(object, mostPixels);
        var arguments = ThumbnailArguments.ofPicture(header, mostPixels, edge, form);
        try (var child = FfmpegChild.start(tools.programs(), LIMITS, 0, arguments)) {
            var feeding = new ObjectFeeding(object, header.bytes(), child.input());
            var picture = child.output().readNBytes(LARGEST_FILE);
            int exitCode = child.exitCode();
            feeding.end();
            return sound(picture, exitCode);
        }
    }

    private byte[] ofVideo(ObjectView object, List<String> arguments)
            throws BadMediaException, ObjectUnavailableException, IOException, InterruptedException {
        try (var exposed = tools.gateway().expose(object, object.stat().bytes());
                var child = FfmpegChild.start(tools.programs(), LIMITS, 0, arguments)) {
            tell(child, exposed.address());
            var picture = child.output().readNBytes(LARGEST_FILE);
            int exitCode = child.exitCode();
            var failure = exposed.failure();
            if (failure.isPresent()) {
                throw new ObjectUnavailableException(
                        failure.get().code(), failure.get().message());
            }
            return sound(picture, exitCode);
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

    private static byte[] sound(byte[] picture, int exitCode) throws BadMediaException {
        if (exitCode != 0 || picture.length == 0) {
            throw BadMediaException.damaged("No picture can be decoded");
        }
        return picture;
    }

    /** Children that still run find their videos gone. */
    @Override
    public void close() throws IOException {
        tools.close();
    }
}

package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Facts about video and sound, found by a child process that reads the object through the gateway. The programs are unpacked when they are
 * needed first.
 */
final class TrackProber implements AutoCloseable {

    private static final Set<ContentType> MOVIES =
            EnumSet.of(ContentType.MP4, ContentType.QUICKTIME, ContentType.MP4_AUDIO, ContentType.MOBILE_3GP);
    /** Containers without a frame count are read to the end up to this size, and have none beyond it. */
    private static final long COUNTED_AT_MOST = 8 << 20;
    /** The loader's exit code when a program or one of its libraries is missing. */
    private static final int NOT_STARTED = 127;

    /** Children compute as well as wait: some per processor keep it busy, more would only stand in each other's way. */
    private final Semaphore turns = new Semaphore(4 * Runtime.getRuntime().availableProcessors());

    private final Path cacheDirectory;
    private final ChildLimits limits;
    private @Nullable Machinery machinery;
    private boolean closed;

    private record Machinery(RangeGateway gateway, FfprobeChild child) {}

    TrackProber(Path cacheDirectory, ChildLimits limits) {
        this.cacheDirectory = cacheDirectory;
        this.limits = limits;
    }

    MediaFacts probe(ItemKind kind, ContentType type, BlockReader in, ObjectView object, ObjectStat stat)
            throws BadMediaException, ObjectUnavailableException {
        var report = understood(type, in, object, stat).orElse(null);
        if (report == null) {
            report = report(object, stat, type, false);
        }
        boolean hasVideo = !report.tracks("video").isEmpty();
        boolean hasSound = !report.tracks("audio").isEmpty();
        if (!hasVideo && !hasSound) {
            throw BadMediaException.damaged(
                    "The file of type " + type.mimeType() + " has no track of pictures or sound");
        }
        if (hasVideo != (kind == ItemKind.VIDEO)) {
            throw ExpectedContent.of(kind).mismatch(hasVideo ? type.mimeType() : AudioFacts.mimeType(type));
        }
        return hasVideo ? video(report, type, object, stat) : AudioFacts.of(report, type, stat);
    }

    /** What can be read from headers alone, which takes a tenth of the time or less. */
    private static Optional<TrackReport> understood(
            ContentType type, BlockReader in, ObjectView object, ObjectStat stat)
            throws BadMediaException, ObjectUnavailableException {
        if (!MOVIES.contains(type)) {
            return Optional.empty();
        }
        IsoCompleteness.require(in, stat.bytes());
        return switch (MovieReader.read(new BlockReader(object, MovieReader.MOST_BLOCKS), stat.bytes())) {
            case MovieReading.Understood(var report) -> Optional.of(report);
            case MovieReading.Unsure _ -> Optional.empty();
        };
    }

    private MediaFacts video(TrackReport report, ContentType type, ObjectView object, ObjectStat stat)
            throws BadMediaException, ObjectUnavailableException {
        var facts = VideoFacts.of(report);
        if (facts.frameCount() != null || stat.bytes() > COUNTED_AT_MOST) {
            return facts.facts(report, type, stat);
        }
        var counted = report(object, stat, type, true);
        return VideoFacts.of(counted).facts(counted, type, stat);
    }

    private TrackReport report(ObjectView object, ObjectStat stat, ContentType type, boolean counting)
            throws BadMediaException, ObjectUnavailableException {
        turns.acquireUninterruptibly();
        try (var exposed = machinery().gateway().expose(object, stat.bytes())) {
            var ending = machinery().child().run(exposed.address(), counting);
            var failure = exposed.failure();
            if (failure.isPresent()) {
                throw new ObjectUnavailableException(
                        failure.get().code(), failure.get().message());
            }
            if (ending.exitCode() == NOT_STARTED) {
                throw new IOException("ffprobe did not start: " + ending.complaints());
            }
            if (ending.exitCode() != 0) {
                throw BadMediaException.damaged("No track can be read from this file of type " + type.mimeType());
            }
            return TrackReport.parse(ending.answer());
        } catch (TimeoutException e) {
            throw new ObjectUnavailableException(
                    FailureCode.PROBE_TIMED_OUT, "Finding out what the object is was given up: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ObjectUnavailableException(
                    FailureCode.PROBE_TIMED_OUT, "Finding out what the object is was interrupted");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turns.release();
        }
    }

    private synchronized Machinery machinery() throws IOException, TimeoutException {
        if (closed) {
            throw new TimeoutException("the prober was closed");
        }
        var there = machinery;
        if (there == null) {
            var programs = FfmpegPrograms.unpack(cacheDirectory);
            there = new Machinery(new RangeGateway(), new FfprobeChild(programs, limits));
            machinery = there;
        }
        return there;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (machinery != null) {
            machinery.child().close();
            machinery.gateway().close();
        }
    }
}

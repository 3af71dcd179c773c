package io.accession.media;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What children of FFmpeg need, made when it is needed first: the programs, and the gateway by which they read objects. */
final class FfmpegTools implements AutoCloseable {

    private final Path cacheDirectory;
    private @Nullable FfmpegPrograms programs;
    private @Nullable RangeGateway gateway;

    /** {@code cacheDirectory} is where the programs are unpacked. */
    FfmpegTools(Path cacheDirectory) {
        this.cacheDirectory = cacheDirectory;
    }

    synchronized FfmpegPrograms programs() throws IOException {
        var there = programs;
        if (there == null) {
            there = FfmpegPrograms.unpack(cacheDirectory);
            programs = there;
        }
        return there;
    }

    synchronized RangeGateway gateway() throws IOException {
        var there = gateway;
        if (there == null) {
            there = new RangeGateway();
            gateway = there;
        }
        return there;
    }

    /** Children that still run find their objects gone. */
    @Override
    public synchronized void close() throws IOException {
        if (gateway != null) {
            gateway.close();
        }
    }
}

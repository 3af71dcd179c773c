package io.accession.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * One run of {@code ffmpeg}, with nothing in its environment, few resources, and pipes for input and output. A child that has not ended when
 * its patience is over is killed; then its streams end. Closing kills it too.
 */
final class FfmpegChild implements AutoCloseable {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final int LONGEST_COMPLAINT = 4_096;
    private static final List<String> ALWAYS =
            List.of("-hide_banner", "-nostats", "-nostdin", "-v", "error", "-xerror", "-protocol_whitelist", "pipe");

    private final Process process;
    private final FutureTask<String> complaints;
    private final Thread watch;
    private volatile long killedAt;
    private volatile boolean late;

    private FfmpegChild(Process process, Duration patience) {
        this.process = process;
        this.complaints = new FutureTask<>(() -> readCapped(process.getErrorStream()));
        this.killedAt = System.nanoTime() + patience.toNanos();
        Thread.ofVirtual().name("ffmpeg-complaints").start(complaints);
        this.watch = Thread.ofVirtual().name("ffmpeg-watch").start(this::watch);
    }

    /** {@code largestFile} is how many bytes a file may have that the child writes; 0 where it writes none. */
    static FfmpegChild start(FfmpegPrograms programs, ChildLimits limits, long largestFile, List<String> arguments)
            throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(PRLIMIT)) {
            command.add(PRLIMIT.toString());
            command.addAll(limits.prlimitArguments(largestFile));
            command.add("--");
        }
        command.add(programs.ffmpeg().toString());
        command.addAll(ALWAYS);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("LD_LIBRARY_PATH", programs.libraryPath().toString());
        builder.directory(programs.libraryPath().toFile());
        return new FfmpegChild(builder.start(), limits.patience());
    }

    InputStream output() {
        return process.getInputStream();
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    /** Gives the child this much time from now on. */
    void waitAnother(Duration patience) {
        killedAt = System.nanoTime() + patience.toNanos();
    }

    /** Waits for the end. Anything but 0 means that it failed or was killed. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** Whether it ends within the time. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether it was killed because it took too long. */
    boolean wasLate() {
        return late;
    }

    /** What it complained about, from the beginning; empty when it did not. To be asked when the child has ended. */
    String complaints() throws InterruptedException {
        try {
            return complaints.get();
        } catch (ExecutionException e) {
            return "it could not be heard: " + e.getMessage();
        }
    }

    private void watch() {
        try {
            for (long left = killedAt - System.nanoTime(); left > 0; left = killedAt - System.nanoTime()) {
                if (process.waitFor(left, TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
            late = true;
            process.toHandle().destroyForcibly(); // not the process, which would close its streams under who reads them
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads to the end, so that the child is never stopped by a full pipe, and keeps the beginning. */
    private static String readCapped(InputStream stream) throws IOException {
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[4_096];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            kept.write(buffer, 0, Math.min(read, LONGEST_COMPLAINT - kept.size()));
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        watch.interrupt();
    }
}

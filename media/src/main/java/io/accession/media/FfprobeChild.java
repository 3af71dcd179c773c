package io.accession.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs {@code ffprobe}, each time as a child of its own with nothing in its environment, few resources, and no way to open anything but
 * http addresses with demuxers of single files. The address goes to its standard input: argument lists are public on a machine.
 */
final class FfprobeChild implements AutoCloseable {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final int LONGEST_ANSWER = 1 << 20;

    /** Containers of sound and pictures. Nothing that lists other addresses (hls, dash, concat, sdp), nothing that numbers files (image2). */
    static final String FORMATS = String.join(
            ",",
            "mov,mp4,m4a,3gp,3g2,mj2",
            "matroska,webm",
            "avi,flv,asf,mpegts,mpeg,ogg",
            "mp3,aac,flac,wav,w64,aiff");

    private final FfmpegPrograms programs;
    private final ChildLimits limits;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** How a child ended. {@code exitCode} is not 0 when it could make nothing of the file, or was killed for its use of resources. */
    record Ending(int exitCode, String answer, String complaints) {}

    FfprobeChild(FfmpegPrograms programs, ChildLimits limits) {
        this.programs = programs;
        this.limits = limits;
    }

    /**
     * @param counting whether every packet is read and counted
     * @throws TimeoutException when the child was killed after the limit's patience, or by {@link #close}
     */
    Ending run(String address, boolean counting) throws IOException, TimeoutException, InterruptedException {
        var process = start(counting);
        running.add(process);
        try {
            if (closed) {
                throw new TimeoutException("the prober was closed");
            }
            var complaints = readAsync(process.getErrorStream());
            var answer = readAsync(process.getInputStream());
            tell(process, address);
            if (!process.waitFor(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException(
                        "the child took longer than " + limits.patience().toSeconds() + " s");
            }
            if (closed) {
                throw new TimeoutException("the prober was closed");
            }
            return new Ending(process.exitValue(), text(answer), text(complaints));
        } finally {
            process.destroyForcibly().waitFor();
            running.remove(process);
        }
    }

    private Process start(boolean counting) throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(PRLIMIT)) {
            command.add(PRLIMIT.toString());
            command.addAll(limits.prlimitArguments());
            command.add("--");
        }
        command.add(programs.ffprobe().toString());
        command.addAll(arguments(counting));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("LD_LIBRARY_PATH", programs.libraryPath().toString());
        builder.directory(programs.libraryPath().toFile());
        return builder.start();
    }

    private static List<String> arguments(boolean counting) {
        var arguments = new ArrayList<>(List.of("-hide_banner", "-v", "error"));
        arguments.addAll(List.of("-protocol_whitelist", "http,tcp", "-format_whitelist", FORMATS));
        arguments.addAll(List.of("-max_alloc", "268435456", "-max_streams", "100"));
        arguments.addAll(List.of("-seekable", "1", "-icy", "0"));
        arguments.addAll(List.of("-show_streams", "-show_format", "-output_format", "flat"));
        if (counting) {
            arguments.add("-count_packets");
        }
        arguments.addAll(List.of("-/i", "/dev/stdin"));
        return arguments;
    }

    private static void tell(Process process, String address) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(address.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The child died before it was told anything: its exit code says so.
            return;
        }
    }

    private static Future<String> readAsync(InputStream stream) {
        var reading = new FutureTask<>(() -> readCapped(stream));
        Thread.ofVirtual().name("ffprobe-output").start(reading);
        return reading;
    }

    /** Reads to the end, so that the child is never stopped by a full pipe, and keeps the beginning. */
    private static String readCapped(InputStream stream) throws IOException {
        var kept = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            kept.write(buffer, 0, Math.min(read, LONGEST_ANSWER - kept.size()));
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private static String text(Future<String> reading) throws IOException, InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            throw new IOException("the child's output could not be read", e);
        }
    }

    /** Kills all children. A child that is started later is killed at once. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Process::destroyForcibly);
    }
}

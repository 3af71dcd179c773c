package io.accession.media.words;

import io.accession.core.content.ReadContent;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running {@link PdfWordsChild}, seen from outside. For one thread, but for {@link #close}. */
final class PdfWordsProcess implements AutoCloseable {

    private final Process process;
    private final DataOutputStream asked;
    private final DataInputStream told;
    private boolean isFresh = true;

    private PdfWordsProcess(Process process) {
        this.process = process;
        this.asked = new DataOutputStream(process.getOutputStream());
        this.told = new DataInputStream(process.getInputStream());
    }

    /** With this program's class path and nothing of its environment. {@code mebibytes} is the memory for what a PDF describes. */
    static PdfWordsProcess start(int mebibytes) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + mebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider", // each flaw of a PDF is a warning
                "-cp",
                System.getProperty("java.class.path"),
                PdfWordsChild.class.getName());
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        return new PdfWordsProcess(
                builder.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it was asked for nothing yet, so that a file alone is to blame for its end. */
    boolean isFresh() {
        return isFresh;
    }

    /**
     * What the file says. The process is ended when it takes longer than {@code patience}.
     *
     * @throws IOException when the process ends before it told
     */
    ReadContent read(Path file, Duration patience) throws IOException {
        isFresh = false;
        var end = CompletableFuture.runAsync(
                this::close, CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            PdfWordsChild.ask(file, asked);
            return PdfWordsChild.hear(told);
        } finally {
            end.cancel(false);
        }
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() {
        process.toHandle().destroyForcibly(); // not the process, which would close its streams under who reads them
    }
}

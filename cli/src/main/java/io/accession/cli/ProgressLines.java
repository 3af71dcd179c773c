package io.accession.cli;

import io.accession.api.UploadJob;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Plain lines, for logs: one a second at most, and only when something has changed. */
final class ProgressLines implements Progress {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long WORTH_A_LINE = 1_000_000;

    private final PrintStream out;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private String last = "";

    ProgressLines(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public synchronized void sent(long bytes) {
        // What is sent within a moment is not worth a line.
        if (bytes >= WORTH_A_LINE) {
            show("Sent " + JobText.bytes(bytes));
        }
    }

    @Override
    public synchronized void show(UploadJob job) {
        if (job.state() == UploadJob.State.PENDING) {
            show(ProgressStep.of(job).text());
        }
    }

    private void show(String line) {
        var now = clock.instant();
        if (line.equals(last) || now.isBefore(next)) {
            return;
        }
        out.println(line);
        last = line;
        next = now.plus(PAUSE);
    }

    @Override
    public void close() {}
}

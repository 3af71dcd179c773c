package io.accession.cli;

import io.accession.api.UploadJob;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line that is drawn over and over: phase, bar, counts, rate and time left. */
final class ProgressBar implements Progress {

    private static final int BAR = 24;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream out;
    private final int columns;
    private final InstantSource clock;
    private @Nullable Speed speed;
    private UploadJob.@Nullable Phase phase;
    private long drawnBytes;
    private boolean drawn;

    ProgressBar(PrintStream out, int columns, InstantSource clock) {
        this.out = out;
        this.columns = columns;
        this.clock = clock;
    }

    @Override
    public synchronized void sent(long bytes) {
        // A megabyte at a time is often enough for an eye.
        if (phase == null && bytes - drawnBytes >= 1_000_000) {
            drawnBytes = bytes;
            draw("Sending  " + JobText.bytes(bytes));
        }
    }

    @Override
    public synchronized void show(UploadJob job) {
        var step = ProgressStep.of(job);
        if (step.phase() != phase || speed == null) {
            phase = step.phase();
            speed = new Speed(clock);
        }
        speed.at(step.done());
        int full = (int) Math.round(step.share() * BAR);
        draw("%-11s [%s%s] %3.0f %%  %s%s"
                .formatted(
                        step.title(),
                        "#".repeat(full),
                        ".".repeat(BAR - full),
                        step.share() * 100,
                        step.counts(),
                        pace(speed, step)));
    }

    private static String pace(Speed speed, ProgressStep step) {
        double rate = speed.perSecond();
        if (rate <= 0) {
            return "";
        }
        var left = speed.timeFor(step.all() - step.done());
        return String.format(Locale.ROOT, "  %,.0f/s  %s left", rate, Moments.text(left));
    }

    private void draw(String line) {
        out.print(ERASE + (line.length() < columns ? line : line.substring(0, Math.max(0, columns - 1))));
        out.flush();
        drawn = true;
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            out.print(ERASE);
            out.flush();
        }
    }
}

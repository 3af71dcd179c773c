package io.accession.server.command;

import io.accession.cli.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells on standard error how far a listing is: one line drawn over and over on a terminal, otherwise a line every ten seconds. */
final class ListingProgress implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final String ERASE = "\r\u001b[K";

    private final Surroundings surroundings;
    private final Instant start;
    private Instant next;
    private boolean drawn;

    ListingProgress(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.start = surroundings.clock().instant();
        this.next = start.plus(pause());
    }

    private Duration pause() {
        return surroundings.terminal() ? BETWEEN_DRAWINGS : BETWEEN_LINES;
    }

    void found(long objects) {
        var now = surroundings.clock().instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(pause());
        double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1e3);
        var line = String.format(Locale.ROOT, "Listed %,d objects, %,.0f/s", objects, objects / seconds);
        if (surroundings.terminal()) {
            surroundings.error().print(ERASE + line);
            surroundings.error().flush();
            drawn = true;
        } else {
            surroundings.error().println(line);
        }
    }

    @Override
    public void close() {
        erase();
    }

    /** Leaves the screen as results expect it. */
    void erase() {
        if (drawn) {
            surroundings.error().print(ERASE);
            surroundings.error().flush();
            drawn = false;
        }
    }
}

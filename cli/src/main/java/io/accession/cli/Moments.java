package io.accession.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time and durations as people read them. */
final class Moments {

    private Moments() {}

    /** In UTC, to the second, so that it can be compared with a server's log. */
    static String text(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Such as {@code 0:07}, {@code 12:30} or {@code 3:05:00}. */
    static String text(Duration duration) {
        long hours = duration.toHours();
        return hours > 0
                ? "%d:%02d:%02d".formatted(hours, duration.toMinutesPart(), duration.toSecondsPart())
                : "%d:%02d".formatted(duration.toMinutesPart(), duration.toSecondsPart());
    }
}

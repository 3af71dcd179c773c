package io.accession.storage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How far this server's clock is from a storage's, told by the {@code Date} of an answer. Signatures hold for minutes only. */
record ClockSkew(Duration ahead) {

    private static final Duration HARMLESS = Duration.ofMinutes(1);

    /** {@code date} is the header of an answer that came {@code now}; no skew without one. */
    static ClockSkew of(@Nullable String date, Instant now) {
        if (date == null) {
            return new ClockSkew(Duration.ZERO);
        }
        try {
            var theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return new ClockSkew(Duration.between(theirs.toInstant(), now));
        } catch (DateTimeException e) {
            return new ClockSkew(Duration.ZERO);
        }
    }

    /** A sentence with a space before it; empty when the clocks agree. */
    String hint() {
        if (ahead.abs().compareTo(HARMLESS) < 0) {
            return "";
        }
        return " This server's clock is " + ahead.abs().toMinutes() + " min "
                + (ahead.isNegative() ? "behind" : "ahead of")
                + " the storage's: set it right, for instance by NTP.";
    }
}

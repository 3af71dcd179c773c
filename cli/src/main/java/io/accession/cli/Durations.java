package io.accession.cli;

import java.time.Duration;
import java.util.regex.Pattern;

/** Spans of time as people type them. */
final class Durations {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,8})([smhd]?)");

    private Durations() {}

    /** A number with s, m, h or d behind it; seconds without. */
    static Duration parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException("'" + text + "' is no span of time; write 90s, 15m, 12h or 7d.");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(Math.min(count, 10_000));
            default -> Duration.ofSeconds(count);
        };
    }
}

package io.accession.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/** Times as the client writes them: ISO 8601 with or without an offset (then UTC), with {@code T} or a blank, or a day alone. */
final class WireTimes {

    private WireTimes() {}

    static @Nullable Instant read(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return instant(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw WireCall.invalid(parameter, "A time like 2024-01-31T12:00:00Z is expected, got '" + text + "'.");
        }
    }

    private static Instant instant(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        TemporalAccessor time =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime exact
                ? exact.toInstant()
                : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
    }
}

package io.accession.core.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.Optional;

/** Dates and times of ISO 8601 in their extended form: a date, with or without a time, with or without an offset. */
public final class Datetimes {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .optionalStart()
            .appendLiteral(':')
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .toFormatter();

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(TIME)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Datetimes() {}

    /** Without an offset it is UTC; without a time, the day's beginning. */
    public static Optional<Instant> parse(String text) {
        var plain = PlainDatetime.read(text);
        return plain == null ? parseByFormat(text) : Optional.of(plain);
    }

    static Optional<Instant> parseByFormat(String text) {
        try {
            var parsed = FORMAT.parse(text);
            var time = parsed.query(TemporalQueries.localTime());
            var offset = parsed.query(TemporalQueries.offset());
            return Optional.of(LocalDate.from(parsed)
                    .atTime(time == null ? LocalTime.MIDNIGHT : time)
                    .toInstant(offset == null ? ZoneOffset.UTC : offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

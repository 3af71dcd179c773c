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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern FORM = Pattern.compile("([^Tt ]+)(?:[Tt ]([^Zz+-]+)([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    private Datetimes() {}

    /** Without an offset it is UTC; without a time, the day's beginning. */
    public static Optional<Instant> parse(String text) {
        var plain = PlainDatetime.read(text);
        return plain == null ? parseByFormat(text) : Optional.of(plain);
    }

    static Optional<Instant> parseByFormat(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(parts.group(1)).atTime(time(parts.group(2))).toInstant(offset(parts.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalTime time(@Nullable String given) {
        return given == null ? LocalTime.MIDNIGHT : LocalTime.parse(given, TIME);
    }

    private static ZoneOffset offset(@Nullable String given) {
        return given == null ? ZoneOffset.UTC : ZoneOffset.of(given.toUpperCase(Locale.ROOT));
    }
}

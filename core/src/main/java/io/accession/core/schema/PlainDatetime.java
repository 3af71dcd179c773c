package io.accession.core.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The common form of a date and time, {@code 2024-05-01T12:30:45.123Z}, read without a formatter, which costs many times as much. */
final class PlainDatetime {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int MOST_DECIMALS = 9;
    private static final int OFFSET_LENGTH = "+00:00".length();

    private final String text;
    private int position = FORM.length();

    private PlainDatetime(String text) {
        this.text = text;
    }

    /** Null for what has another form or is no date and time: a formatter may know better. */
    static @Nullable Instant read(String text) {
        return hasForm(text) ? new PlainDatetime(text).read() : null;
    }

    private static boolean hasForm(String text) {
        if (text.length() < FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            if (wanted == '0' ? !isDigit(text, i) : text.charAt(i) != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private @Nullable Instant read() {
        int nanos = nanos();
        if (nanos < 0) {
            return null;
        }
        try {
            var offset = offset();
            return offset == null
                    ? null
                    : LocalDateTime.of(
                                    number(0, 4),
                                    number(5, 7),
                                    number(8, 10),
                                    number(11, 13),
                                    number(14, 16),
                                    number(17, 19),
                                    nanos)
                            .toInstant(offset);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Negative for what is no fraction of a second. */
    private int nanos() {
        if (position == text.length() || text.charAt(position) != '.') {
            return 0;
        }
        position++;
        int from = position;
        while (isDigit(text, position)) {
            position++;
        }
        int decimals = position - from;
        if (decimals == 0 || decimals > MOST_DECIMALS) {
            return -1;
        }
        int nanos = number(from, position);
        for (int i = decimals; i < MOST_DECIMALS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private @Nullable ZoneOffset offset() {
        int left = text.length() - position;
        if (left == 0 || (left == 1 && text.charAt(position) == 'Z')) {
            return ZoneOffset.UTC;
        }
        return left == OFFSET_LENGTH && text.charAt(position) == '+' && text.charAt(position + 3) == ':'
                ? eastern()
                : null;
    }

    private @Nullable ZoneOffset eastern() {
        for (int i : new int[] {1, 2, 4, 5}) {
            if (!isDigit(text, position + i)) {
                return null;
            }
        }
        return ZoneOffset.ofHoursMinutes(number(position + 1, position + 3), number(position + 4, position + 6));
    }

    private int number(int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}

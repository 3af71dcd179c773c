package io.accession.core.manifest;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of any length, and whether PostgreSQL's numeric can hold them: at most 131,072 digits before the point and 16,383 after it,
 * once the exponent is applied (PostgreSQL manual, "Numeric Types").
 */
final class JsonNumbers {

    private static final int PLAIN_BYTES = 32;
    private static final long DIGITS_BEFORE_POINT = 131_072;
    private static final long DIGITS_AFTER_POINT = 16_383;
    private static final long EXPONENT_CEILING = Integer.MAX_VALUE / 2;

    private final JsonWindow window;
    private final JsonScanner scanner;
    private @Nullable String unstorable;

    JsonNumbers(JsonWindow window, JsonScanner scanner) {
        this.window = window;
        this.scanner = scanner;
    }

    void restart() {
        unstorable = null;
    }

    @Nullable
    String takeUnstorable() {
        String taken = unstorable;
        unstorable = null;
        return taken;
    }

    /** Reads the number that begins here with a digit or a minus. */
    void skip() throws IOException {
        if (!skipPlain()) {
            skipAny();
        }
    }

    /** Reads what most numbers are: few digits, perhaps a point, all of it in the window. Reads nothing otherwise. */
    private boolean skipPlain() {
        byte[] bytes = window.bytes;
        int from = window.position;
        int end = Math.min(window.limit, from + PLAIN_BYTES);
        int whole = endOfDigits(bytes, from, end);
        if (whole == from || (bytes[from] == '0' && whole > from + 1)) {
            return false;
        }
        int after = whole;
        if (whole < end && bytes[whole] == '.') {
            after = endOfDigits(bytes, whole + 1, end);
            if (after == whole + 1) {
                return false;
            }
        }
        if (after == end || (bytes[after] | 0x20) == 'e') {
            return false;
        }
        window.position = after;
        return true;
    }

    private static int endOfDigits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private void skipAny() throws IOException {
        if (here() == '-') {
            window.position++;
        }
        boolean leadingZero = here() == '0';
        long whole = skipDigits(0);
        if (whole == 0) {
            throw scanner.expected("a digit after the minus");
        }
        if (leadingZero && whole > 1) {
            throw scanner.fault("a number begins with 0. Leave the leading zeros out, or put it in quotes");
        }
        long leadingZeros = 0;
        long fraction = 0;
        if (here() == '.') {
            window.position++;
            leadingZeros = leadingZero ? skipZeros() : 0;
            fraction = skipDigits(leadingZeros);
            if (fraction == 0) {
                throw scanner.expected("a digit after the point");
            }
        }
        long exponent = here() == 'e' || here() == 'E' ? skipExponent() : 0;
        boolean zero = leadingZero && leadingZeros == fraction;
        long magnitude = leadingZero ? -leadingZeros : whole;
        if ((!zero && magnitude + exponent > DIGITS_BEFORE_POINT)
                || fraction - exponent > DIGITS_AFTER_POINT
                || Math.abs(exponent) >= EXPONENT_CEILING) {
            unstorable = "a number with more than 131,072 digits before or 16,383 digits after the point";
        }
    }

    private long skipExponent() throws IOException {
        window.position++;
        boolean negative = here() == '-';
        if (negative || here() == '+') {
            window.position++;
        }
        long exponent = 0;
        boolean any = false;
        for (int digit = here(); digit >= '0' && digit <= '9'; digit = here()) {
            exponent = Math.min(EXPONENT_CEILING, exponent * 10 + (digit - '0'));
            any = true;
            window.position++;
        }
        if (!any) {
            throw scanner.expected("a digit in the exponent");
        }
        return negative ? -exponent : exponent;
    }

    private long skipZeros() throws IOException {
        long count = 0;
        while (here() == '0') {
            window.position++;
            count++;
        }
        return count;
    }

    private long skipDigits(long before) throws IOException {
        long count = before;
        do {
            int at = endOfDigits(window.bytes, window.position, window.limit);
            count += at - window.position;
            window.position = at;
        } while (window.position == window.limit && window.refill());
        return count;
    }

    private int here() throws IOException {
        return window.has(1) ? window.bytes[window.position] : -1;
    }
}

package io.accession.media;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request, as far as it matters here. {@code range} is null without a range that we understand: such requests are answered
 * with the whole object, as RFC 9110 wants it.
 */
record GatewayRequest(
        String method,
        String path,
        @Nullable String host,
        @Nullable Range range) {

    private static final Pattern SINGLE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** -1 for what was left out; one of both is there. */
    record Range(long first, long last) {}

    static GatewayRequest parse(String head) {
        var lines = head.split("\r\n", -1);
        var words = lines[0].split(" ", -1);
        String host = null;
        Range range = null;
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                var name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
                var value = lines[i].substring(colon + 1).strip();
                host = name.equals("host") ? value : host;
                range = name.equals("range") ? range(value) : range;
            }
        }
        return new GatewayRequest(words[0], words.length > 1 ? words[1] : "", host, range);
    }

    private static @Nullable Range range(String value) {
        var matcher = SINGLE_RANGE.matcher(value);
        if (!matcher.matches()) {
            return null;
        }
        long first = number(matcher.group(1));
        long last = number(matcher.group(2));
        boolean backwards = first >= 0 && last >= 0 && last < first;
        return backwards || (first < 0 && last < 0) ? null : new Range(first, last);
    }

    private static long number(String digits) {
        return digits.isEmpty() ? -1 : Long.parseLong(digits);
    }

    boolean isRead() {
        return method.equals("GET") || isHead();
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean hasRange() {
        return range != null;
    }

    /** Where to begin. */
    long from(long bytes) {
        if (range == null) {
            return 0;
        }
        return range.first() >= 0 ? range.first() : Math.max(0, bytes - range.last());
    }

    /** Where to end, exclusively. */
    long to(long bytes) {
        if (range == null || range.first() < 0 || range.last() < 0) {
            return bytes;
        }
        return Math.min(bytes, range.last() + 1);
    }
}

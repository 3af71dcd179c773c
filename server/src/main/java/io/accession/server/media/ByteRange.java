package io.accession.server.media;

import java.util.regex.Pattern;

/** What of an object an answer holds (RFC 9110, section 14). */
sealed interface ByteRange {

    Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    record Whole() implements ByteRange {}

    /** Both ends included. */
    record Part(long first, long last) implements ByteRange {}

    /** Nothing of it lies inside the object. */
    record OutOfReach() implements ByteRange {}

    /** Several ranges, and what is no range, are answered with the whole, as the standard allows. */
    static ByteRange of(String header, long size) {
        var one = ONE.matcher(header.strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return new Whole();
        }
        if (one.group(1).isEmpty()) {
            long wanted = Math.min(Long.parseLong(one.group(2)), size);
            return wanted == 0 ? new OutOfReach() : new Part(size - wanted, size - 1);
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new OutOfReach() : new Part(first, Math.min(last, size - 1));
    }
}

package io.accession.core.manifest;

import java.util.Locale;

/** How values are shown to people in messages. */
final class Wording {

    private static final int SHOWN = 40;

    private Wording() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String bytes(long number) {
        if (number >= 1 << 30 && number % (1 << 30) == 0) {
            return (number >> 30) + " GiB";
        }
        if (number >= 1 << 20 && number % (1 << 20) == 0) {
            return (number >> 20) + " MiB";
        }
        if (number >= 1 << 10 && number % (1 << 10) == 0) {
            return (number >> 10) + " KiB";
        }
        return count(number) + " bytes";
    }

    /** At most 40 characters, without control characters, cut ends marked. */
    static String shortened(String text) {
        int characters = text.codePointCount(0, text.length());
        String shown = characters <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        return shown.codePoints()
                .map(character -> Character.isISOControl(character) || isSurrogate(character) ? '\uFFFD' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}

package io.accession.core.registry;

/** What texts have to be. */
final class Texts {

    private Texts() {}

    static void check(String pointer, String text) {
        if (text.indexOf('\0') >= 0) {
            throw Faults.invalid(pointer, "The character U+0000 cannot be stored.");
        }
    }

    /** A pattern of SQL's {@code LIKE}. */
    static void checkPattern(String pointer, String pattern) {
        check(pointer, pattern);
        int end = pattern.length();
        while (end > 0 && pattern.charAt(end - 1) == '\\') {
            end--;
        }
        if ((pattern.length() - end) % 2 == 1) {
            throw Faults.invalid(pointer, "A pattern cannot end in the middle of an escape; double the backslash.");
        }
    }
}

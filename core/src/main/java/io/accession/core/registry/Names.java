package io.accession.core.registry;

/** What may be the name of a folder or a collection, or the title of an integration. */
public final class Names {

    private static final int CHARACTERS = 300;

    private Names() {}

    public static void check(String pointer, String name) {
        if (name.isBlank()) {
            throw Faults.invalid(pointer, "A name is required.");
        }
        if (name.codePointCount(0, name.length()) > CHARACTERS) {
            throw Faults.invalid(pointer, "A name has at most " + CHARACTERS + " characters.");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw Faults.invalid(pointer, "A name has no control characters.");
        }
    }
}

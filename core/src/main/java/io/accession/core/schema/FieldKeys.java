package io.accession.core.schema;

import java.util.Optional;

/** Which keys a schema may declare. Letters are those of any alphabet, as for the Encord SDK. */
final class FieldKeys {

    private FieldKeys() {}

    /** What is wrong with a key, as a sentence; empty when nothing is. */
    static Optional<String> fault(String key, FieldType type) {
        if (key.startsWith("$")) {
            return Optional.of("Keys that begin with $ are reserved.");
        }
        if (key.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of("A key has at least one letter or digit.");
        }
        if (key.replaceAll("[-_ .]", "").equals("keyframes")) {
            return Optional.of("The key 'keyframes' is reserved.");
        }
        if (!key.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "-_ .".indexOf(c) >= 0)) {
            return Optional.of("A key has letters, digits, spaces, hyphens, underscores and periods only.");
        }
        var declared = type instanceof FieldType.Deleted(var before) ? before : type;
        return declared instanceof FieldType.Embedding && (key.indexOf(' ') >= 0 || key.indexOf('.') >= 0)
                ? Optional.of("The key of an embedding has letters, digits, hyphens and underscores only.")
                : Optional.empty();
    }
}

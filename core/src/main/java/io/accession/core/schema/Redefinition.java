package io.accession.core.schema;

import java.util.Optional;

/** What may become of a key that the schema has already. */
final class Redefinition {

    private Redefinition() {}

    /** Why the change is not allowed, as a sentence; empty when it is. */
    static Optional<String> fault(FieldType before, FieldType after) {
        return switch (before) {
            case FieldType.Buried _ ->
                after instanceof FieldType.Buried
                        ? Optional.empty()
                        : Optional.of("This key was deleted for good and cannot be declared again.");
            case FieldType.Deleted deleted -> fault(deleted.before(), after);
            case FieldType.Declared declared ->
                switch (after) {
                    case FieldType.Buried _ -> Optional.empty();
                    case FieldType.Deleted deleted -> declared(declared, deleted.before());
                    case FieldType.Declared changed -> declared(declared, changed);
                };
        };
    }

    private static Optional<String> declared(FieldType.Declared before, FieldType.Declared after) {
        boolean isAllowed = switch (before) {
            case FieldType.Scalar _ -> after instanceof FieldType.Scalar;
            case FieldType.Enumeration(var values) ->
                after instanceof FieldType.Enumeration more && more.values().containsAll(values);
            case FieldType.Embedding embedding ->
                after instanceof FieldType.Embedding other && other.size() == embedding.size();
            case FieldType.Strict _,
                    FieldType.StrictNumber _,
                    FieldType.StrictVarchar _,
                    FieldType.User _,
                    FieldType.Geospatial _ -> after.equals(before);
        };
        return isAllowed
                ? Optional.empty()
                : Optional.of(
                        "This key is " + described(before) + " and cannot become " + described(after) + remedy(before));
    }

    private static String remedy(FieldType.Declared before) {
        return before instanceof FieldType.Enumeration
                ? ": an enum can only gain values. Read the schema again when somebody else may have changed it."
                : ": only scalars can be declared anew, as other scalars.";
    }

    private static String described(FieldType.Declared type) {
        return switch (type) {
            case FieldType.Scalar(var scalar) -> "a scalar (" + scalar.wireName() + ")";
            case FieldType.Strict(var scalar) -> "a strict " + scalar.wireName();
            case FieldType.StrictNumber(var format) -> "a strict number (" + format + ")";
            case FieldType.StrictVarchar(var length) -> "a strict varchar of " + length + " characters";
            case FieldType.User _ -> "a user";
            case FieldType.Enumeration(var values) -> "an enum of " + values.size() + " values";
            case FieldType.Embedding(var size, var _) -> "an embedding of " + size + " numbers";
            case FieldType.Geospatial _ -> "geospatial";
        };
    }
}

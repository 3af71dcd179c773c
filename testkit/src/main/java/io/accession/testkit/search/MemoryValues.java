package io.accession.testkit.search;

import io.accession.core.schema.TypedValue;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;

/** Values in the order of their kind. */
final class MemoryValues {

    /** Of two values of the same kind. */
    static final Comparator<TypedValue> ORDER = MemoryValues::compare;

    private MemoryValues() {}

    /** So that values that count as the same are equal. */
    static TypedValue normal(TypedValue value) {
        return switch (value) {
            case TypedValue.Quantity(var number) -> new TypedValue.Quantity(number + 0.0); // -0 becomes 0
            case TypedValue.Moment(var moment) -> new TypedValue.Moment(moment.truncatedTo(ChronoUnit.MICROS));
            case TypedValue.Flag _, TypedValue.Id _, TypedValue.Words _, TypedValue.Vector _, TypedValue.Place _ ->
                value;
        };
    }

    private static int compare(TypedValue left, TypedValue right) {
        return switch (normal(left)) {
            case TypedValue.Flag(var flag) -> Boolean.compare(flag, ((TypedValue.Flag) right).value());
            case TypedValue.Moment(var moment) -> moment.compareTo(((TypedValue.Moment) normal(right)).value());
            case TypedValue.Quantity(var number) ->
                Double.compare(number, ((TypedValue.Quantity) normal(right)).value());
            case TypedValue.Id(var id) ->
                id.toString().compareTo(((TypedValue.Id) right).value().toString());
            case TypedValue.Words(var text) -> compare(text, ((TypedValue.Words) right).value());
            case TypedValue.Vector _, TypedValue.Place _ ->
                throw new IllegalArgumentException("such values have no order");
        };
    }

    /** By code points, which is the order of UTF-8. */
    private static int compare(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}

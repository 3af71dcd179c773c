package io.accession.core.search;

import io.accession.core.schema.Datetimes;
import io.accession.core.schema.TypedValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value of a search's JSON and the place where it is. What is wrong with it goes to the faults; nothing comes of it then. */
record GivenValue(@Nullable Object value, String pointer, SearchFaults faults) {

    <T> Optional<T> fault(String message) {
        return faults.add(pointer, message);
    }

    /** An object of which all properties are known. */
    Optional<GivenObject> object(Set<String> known) {
        if (!(value instanceof Map<?, ?> object)) {
            return fault("An object is expected, with " + SearchFaults.list(known) + "; got " + shown() + ".");
        }
        var given = new GivenObject(object, pointer, faults);
        given.refuseAllBut(known);
        return Optional.of(given);
    }

    Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : fault("A text is expected, got " + shown() + ".");
    }

    Optional<Boolean> flag() {
        return value instanceof Boolean flag
                ? Optional.of(flag)
                : fault("true or false is expected, got " + shown() + ".");
    }

    Optional<Double> number(double least, double greatest) {
        double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
        return number >= least && number <= greatest
                ? Optional.of(number)
                : fault("A number from " + shown(least) + " to " + shown(greatest) + " is expected, got " + shown()
                        + ".");
    }

    Optional<Long> whole(long least, long greatest) {
        return value instanceof Integer || value instanceof Long
                ? inside(((Number) value).longValue(), least, greatest)
                : fault("A whole number from " + least + " to " + greatest + " is expected, got " + shown() + ".");
    }

    private Optional<Long> inside(long number, long least, long greatest) {
        return number >= least && number <= greatest
                ? Optional.of(number)
                : fault("A whole number from " + least + " to " + greatest + " is expected, got " + number + ".");
    }

    Optional<UUID> id() {
        return value instanceof String text && uuid(text).isPresent()
                ? uuid(text)
                : fault("A UUID is expected, got " + shown() + ".");
    }

    /** Each with its place; too many are a fault, and none of them is looked at. */
    List<GivenValue> list(int most) {
        if (!(value instanceof List<?> list)) {
            fault("A list is expected, got " + shown() + ".");
            return List.of();
        }
        if (list.size() > most) {
            fault(String.format(Locale.ROOT, "At most %,d are allowed, got %,d.", most, list.size()));
            return List.of();
        }
        var values = new ArrayList<GivenValue>(list.size());
        for (int i = 0; i < list.size(); i++) {
            values.add(new GivenValue(list.get(i), pointer + '/' + i, faults));
        }
        return values;
    }

    /** A value to compare those of the field with. */
    Optional<TypedValue> typed(SearchField field) {
        return switch (field.kind()) {
            case BOOLEAN ->
                value instanceof Boolean flag ? Optional.of(new TypedValue.Flag(flag)) : misfit(field, "true or false");
            case NUMBER ->
                value instanceof Number number && Double.isFinite(number.doubleValue())
                        ? Optional.of(new TypedValue.Quantity(number.doubleValue()))
                        : misfit(field, "a number of 64 bits");
            case DATETIME -> {
                var moment = value instanceof String text ? Datetimes.parse(text) : Optional.<Instant>empty();
                yield moment.isPresent()
                        ? moment.map(TypedValue.Moment::new)
                        : misfit(field, "a date and time of ISO 8601 in quotes");
            }
            case UUID -> {
                var id = value instanceof String text ? uuid(text) : Optional.<UUID>empty();
                yield id.isPresent() ? id.map(TypedValue.Id::new) : misfit(field, "a UUID in quotes");
            }
            case ENUM ->
                value instanceof String text && field.options().contains(text)
                        ? Optional.of(new TypedValue.Words(text))
                        : misfit(field, "one of " + options(field));
            case VARCHAR, TEXT ->
                value instanceof String text ? Optional.of(new TypedValue.Words(text)) : misfit(field, "a text");
            case GEOSPATIAL, EMBEDDING -> misfit(field, "another field");
        };
    }

    private static String options(SearchField field) {
        var options = field.options();
        return options.size() <= 30
                ? String.join(", ", options)
                : String.join(", ", options.subList(0, 30)) + " and " + (options.size() - 30) + " more";
    }

    private <T> Optional<T> misfit(SearchField field, String expected) {
        return fault("The field '" + field.name() + "' is of type "
                + field.kind().wireName() + ": " + expected + " is expected, got " + shown() + ".");
    }

    /** Stricter than {@link UUID#fromString}, which accepts shortened groups. */
    private static Optional<UUID> uuid(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? String.valueOf((long) number) : "" + number;
    }

    private String shown() {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            case String text -> "the text '" + SearchFaults.shortened(text) + "'";
            default -> SearchFaults.shortened(String.valueOf(value));
        };
    }
}

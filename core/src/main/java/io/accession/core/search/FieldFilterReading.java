package io.accession.core.search;

import io.accession.core.schema.TypedValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a filter on one field: {@code {"field": …}} and one operator. */
final class FieldFilterReading {

    /** Values in a set, and characters in a text. */
    static final int MOST = 10_000;

    private static final Set<String> BOX = Set.of("south", "west", "north", "east");
    private static final Set<String> NEAR = Set.of("latitude", "longitude", "meters");

    /** Half of the way around the globe. */
    private static final double FARTHEST_METERS = 20_040_000;

    private final GivenObject given;
    private final SearchFields fields;

    FieldFilterReading(GivenObject given, SearchFields fields) {
        this.given = given;
        this.fields = fields;
    }

    Optional<Filter> read() {
        var known = new TreeSet<>(Operator.allProperties());
        known.add("field");
        given.refuseAllBut(known);
        var operator = operator();
        return given.require("field")
                .flatMap(fields::read)
                .flatMap(field -> operator.flatMap(asked -> read(field, asked)));
    }

    private Optional<Operator> operator() {
        var operators = new HashSet<Operator>();
        given.names().forEach(name -> Operator.find(name).ifPresent(operators::add));
        if (operators.isEmpty()) {
            return given.fault("One of " + SearchFaults.list(Operator.allProperties()) + " is missing.");
        }
        return operators.size() == 1
                ? operators.stream().findFirst()
                : given.fault("One condition is expected, got several. Join filters with 'and'.");
    }

    private Optional<Filter> read(SearchField field, Operator operator) {
        if (!operator.isOf(field.kind())) {
            return given.fault("The field '" + field.name() + "' is of type "
                    + field.kind().wireName() + ", which can be asked "
                    + SearchFaults.list(Operator.propertiesOf(field.kind())) + ".");
        }
        return switch (operator) {
            case EQUALS ->
                given.require("equals").flatMap(value -> value.typed(field)).map(value -> Filter.equalTo(field, value));
            case IN -> given.require("in").flatMap(list -> oneOf(field, list));
            case RANGE -> range(field);
            case PREFIX ->
                given.require("prefix")
                        .flatMap(FieldFilterReading::shortText)
                        .map(prefix -> new Filter.Prefix(field, prefix));
            case WORDS -> given.require("words").flatMap(text -> words(field, text));
            case EXISTS -> given.require("exists").flatMap(GivenValue::flag).map(exists -> exists(field, exists));
            case BOX -> given.require("box").flatMap(box -> box.object(BOX)).flatMap(box -> box(field, box));
            case NEAR ->
                given.require("near").flatMap(near -> near.object(NEAR)).flatMap(near -> near(field, near));
        };
    }

    private static Optional<Filter> oneOf(SearchField field, GivenValue list) {
        var values = new HashSet<TypedValue>();
        list.list(MOST).forEach(value -> value.typed(field).ifPresent(values::add));
        return Optional.of(new Filter.OneOf(field, values));
    }

    private Optional<Filter> range(SearchField field) {
        if ((given.has("atLeast") && given.has("above")) || (given.has("atMost") && given.has("below"))) {
            return given.fault("A range has one lower and one upper bound: 'atLeast' or 'above', 'atMost' or 'below'.");
        }
        return Optional.of(new Filter.Range(field, bound(field, "atLeast", "above"), bound(field, "atMost", "below")));
    }

    private Filter.@Nullable Bound bound(SearchField field, String inclusive, String exclusive) {
        boolean isInclusive = given.has(inclusive);
        return given.find(isInclusive ? inclusive : exclusive)
                .flatMap(value -> value.typed(field))
                .map(value -> new Filter.Bound(value, isInclusive))
                .orElse(null);
    }

    private static Optional<String> shortText(GivenValue given) {
        return given.text().flatMap(text -> {
            if (text.isEmpty()) {
                return given.fault("A text is expected that is not empty.");
            }
            return text.length() <= MOST
                    ? Optional.of(text)
                    : given.fault("A text of at most " + MOST + " characters is expected.");
        });
    }

    static Optional<Filter> words(@Nullable SearchField field, GivenValue given) {
        return shortText(given).flatMap(text -> {
            if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
                return given.fault("Words have letters or digits; there are none.");
            }
            return Optional.of(new Filter.Words(field, text));
        });
    }

    private static Filter exists(SearchField field, boolean exists) {
        var filter = new Filter.Exists(field);
        return exists ? filter : new Filter.Not(filter);
    }

    private static Optional<Filter> box(SearchField field, GivenObject box) {
        var south = box.require("south").flatMap(value -> value.number(-90, 90));
        var west = box.require("west").flatMap(value -> value.number(-180, 180));
        var north = box.require("north").flatMap(value -> value.number(-90, 90));
        var east = box.require("east").flatMap(value -> value.number(-180, 180));
        if (south.isEmpty() || west.isEmpty() || north.isEmpty() || east.isEmpty()) {
            return Optional.empty();
        }
        return south.get() <= north.get()
                ? Optional.of(new Filter.Box(field, south.get(), west.get(), north.get(), east.get()))
                : box.fault("The south of a box is not north of its north.");
    }

    private static Optional<Filter> near(SearchField field, GivenObject near) {
        var latitude = near.require("latitude").flatMap(value -> value.number(-90, 90));
        var longitude = near.require("longitude").flatMap(value -> value.number(-180, 180));
        var meters = near.require("meters").flatMap(value -> value.number(0, FARTHEST_METERS));
        return latitude.isPresent() && longitude.isPresent() && meters.isPresent()
                ? Optional.of(new Filter.Near(field, latitude.get(), longitude.get(), meters.get()))
                : Optional.empty();
    }
}

package io.accession.testkit.search;

import static io.accession.testkit.search.MemoryValues.ORDER;

import io.accession.core.schema.TypedValue;
import io.accession.core.search.Filter;
import io.accession.core.search.SearchField;
import java.util.HashSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Filters, item by item. */
final class MemoryMatching {

    private static final double EARTH_RADIUS_METERS = 6_371_008.7714;

    private MemoryMatching() {}

    static Predicate<MemoryDocument> of(Filter filter) {
        return switch (filter) {
            case Filter.And(var filters) ->
                filters.stream().map(MemoryMatching::of).reduce(all -> true, Predicate::and);
            case Filter.Or(var filters) ->
                filters.stream().map(MemoryMatching::of).reduce(none -> false, Predicate::or);
            case Filter.Not(var not) -> of(not).negate();
            case Filter.OneOf oneOf -> oneOf(oneOf);
            case Filter.Range range -> any(range.field(), value -> isIn(range, value));
            case Filter.Prefix(var field, var prefix) ->
                any(field, value -> value instanceof TypedValue.Words(var text) && text.startsWith(prefix));
            case Filter.Words(var field, var text) -> words(field, text);
            case Filter.Exists(var field) -> any(field, value -> true);
            case Filter.Box box ->
                any(box.field(), value -> value instanceof TypedValue.Place place && isIn(box, place));
            case Filter.Near near ->
                any(
                        near.field(),
                        value -> value instanceof TypedValue.Place place && meters(near, place) <= near.meters());
            case Filter.OnMap _ -> throw new IllegalArgumentException("this index has no maps");
            case Filter.Frames(var passing) ->
                document -> document.frames().stream().anyMatch(of(passing));
            case Filter.InFolders(var folders) ->
                document -> folders.contains(document.item().folder());
            case Filter.Items(var items) ->
                document -> items.contains(document.item().id());
        };
    }

    private static Predicate<MemoryDocument> any(SearchField field, Predicate<TypedValue> passes) {
        return document -> document.values(field).stream().anyMatch(passes);
    }

    private static Predicate<MemoryDocument> oneOf(Filter.OneOf filter) {
        var wanted = filter.values().stream().map(MemoryValues::normal).collect(Collectors.toSet());
        return any(filter.field(), value -> wanted.contains(MemoryValues.normal(value)));
    }

    private static Predicate<MemoryDocument> words(@Nullable SearchField field, String text) {
        var wanted = MemoryDocument.words(text).toList();
        return document -> new HashSet<>(document.words(field)).containsAll(wanted);
    }

    private static boolean isIn(Filter.Range range, TypedValue value) {
        var low = range.low();
        var high = range.high();
        return (low == null || isOnSide(ORDER.compare(value, low.value()), low.isInclusive()))
                && (high == null || isOnSide(ORDER.compare(high.value(), value), high.isInclusive()));
    }

    private static boolean isOnSide(int comparison, boolean isInclusive) {
        return isInclusive ? comparison >= 0 : comparison > 0;
    }

    private static boolean isIn(Filter.Box box, TypedValue.Place place) {
        boolean isEast = place.longitude() >= box.west();
        boolean isWest = place.longitude() <= box.east();
        return place.latitude() >= box.south()
                && place.latitude() <= box.north()
                && (box.west() <= box.east() ? isEast && isWest : isEast || isWest);
    }

    /** The haversine of the angle between two places. */
    private static double meters(Filter.Near near, TypedValue.Place place) {
        double south = Math.toRadians(near.latitude());
        double north = Math.toRadians(place.latitude());
        double height = Math.sin((north - south) / 2);
        double width = Math.sin(Math.toRadians(place.longitude() - near.longitude()) / 2);
        double haversine = height * height + Math.cos(south) * Math.cos(north) * width * width;
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }
}

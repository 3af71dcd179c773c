package io.accession.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a filter on a part of a map: {@code {"map": {"field": …, "version": …}}} with an area or a box. */
final class MapFilterReading {

    private static final int CORNERS = 1_000;

    private static final Set<String> BOX = Set.of("minX", "minY", "maxX", "maxY");

    private final SearchFields fields;

    MapFilterReading(SearchFields fields) {
        this.fields = fields;
    }

    Optional<Filter> read(GivenValue given) {
        return given.object(Set.of("field", "version", "area", "box")).flatMap(map -> {
            var field = map.require("field").flatMap(fields::readEmbedding);
            var version = map.require("version").flatMap(value -> value.whole(1, Integer.MAX_VALUE));
            var part = part(map);
            return field.isPresent() && version.isPresent() && part.isPresent()
                    ? Optional.of(new Filter.OnMap(field.get(), version.get().intValue(), part.get()))
                    : Optional.empty();
        });
    }

    private static Optional<MapShape> part(GivenObject map) {
        if (map.has("area") == map.has("box")) {
            return map.fault("Either an 'area', a list of corners, or a 'box' is expected.");
        }
        return map.has("area")
                ? map.find("area").flatMap(MapFilterReading::polygon)
                : map.find("box").flatMap(box -> box.object(BOX)).flatMap(MapFilterReading::box);
    }

    private static Optional<MapShape> polygon(GivenValue area) {
        var given = area.list(CORNERS);
        if (area.value() instanceof List<?> list && list.size() < 3) {
            return area.fault("An area has three corners at least, got " + list.size() + ".");
        }
        var corners = new ArrayList<MapShape.Corner>();
        given.forEach(corner -> corner(corner).ifPresent(corners::add));
        return corners.size() == given.size() && !corners.isEmpty()
                ? Optional.of(new MapShape.Polygon(corners))
                : Optional.empty();
    }

    private static Optional<MapShape.Corner> corner(GivenValue given) {
        return given.value() instanceof List<?> list
                        && list.size() == 2
                        && list.stream().allMatch(MapFilterReading::isPlace)
                ? Optional.of(
                        new MapShape.Corner(((Number) list.get(0)).doubleValue(), ((Number) list.get(1)).doubleValue()))
                : given.fault("A corner is a list of two numbers, [x, y].");
    }

    private static boolean isPlace(Object value) {
        return value instanceof Number number && Float.isFinite(number.floatValue());
    }

    private static Optional<MapShape> box(GivenObject box) {
        var minX = place(box, "minX");
        var minY = place(box, "minY");
        var maxX = place(box, "maxX");
        var maxY = place(box, "maxY");
        if (minX.isEmpty() || minY.isEmpty() || maxX.isEmpty() || maxY.isEmpty()) {
            return Optional.empty();
        }
        return minX.get() <= maxX.get() && minY.get() <= maxY.get()
                ? Optional.of(new MapShape.Box(minX.get(), minY.get(), maxX.get(), maxY.get()))
                : box.fault("The least x and y of a box are not above its greatest.");
    }

    private static Optional<Double> place(GivenObject box, String name) {
        return box.require(name).flatMap(value -> value.number(-Float.MAX_VALUE, Float.MAX_VALUE));
    }
}

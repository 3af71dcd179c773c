package io.accession.search;

import io.accession.core.search.MapKey;
import io.accession.core.search.SearchField;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The maps that this process has read, by key. Safe for use by many threads. */
final class KnownMaps {

    private final Map<String, PlacedPoints> byKey = new ConcurrentHashMap<>();
    private final SegmentPoints.Cache segments = new SegmentPoints.Cache();

    Optional<PlacedPoints> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** In place of what was known, which is returned. */
    Optional<PlacedPoints> put(String key, PlacedPoints points) {
        return Optional.ofNullable(byKey.put(key, points));
    }

    /** What lies where in a segment of an index. */
    SegmentPoints.Cache segments() {
        return segments;
    }

    /**
     * The points of a version.
     *
     * @throws MapChangedException when that is not the present one
     */
    PlacedPoints require(SearchField field, int version) {
        var known = find(MapKey.of(field));
        if (known.isEmpty() || known.get().version() != version) {
            throw new MapChangedException(
                    field, known.map(PlacedPoints::version).orElse(0));
        }
        return known.get();
    }

    /** A filter names another version of a map than the present one, which is 0 when there is none. */
    static final class MapChangedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient SearchField field;
        private final int version;

        MapChangedException(SearchField field, int version) {
            super("the map of '" + MapKey.of(field) + "' has version " + version);
            this.field = field;
            this.version = version;
        }

        SearchField field() {
            return field;
        }

        int version() {
            return version;
        }
    }
}

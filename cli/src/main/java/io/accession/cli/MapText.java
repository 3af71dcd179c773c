package io.accession.cli;

import io.accession.api.EmbeddingMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The state of a map as people read it. */
final class MapText {

    private MapText() {}

    static String of(EmbeddingMap map) {
        return new Facts()
                .add("State", state(map))
                .add("Version", map.version() == 0 ? null : Integer.toString(map.version()))
                .add("Computed", map.computedAt() == null ? null : Moments.text(map.computedAt()))
                .add("Points", map.version() == 0 ? null : String.format(Locale.ROOT, "%,d", map.points()))
                .add("Within", bounds(map.bounds()))
                .add("Fault", map.fault())
                .text();
    }

    private static String state(EmbeddingMap map) {
        var progress = map.progress();
        return progress == null
                ? map.state()
                : String.format(Locale.ROOT, "%s, %.1f %%", map.state(), 100.0 * progress.done() / progress.total());
    }

    private static @Nullable String bounds(EmbeddingMap.@Nullable Bounds bounds) {
        return bounds == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "x from %.2f to %.2f, y from %.2f to %.2f",
                        bounds.minX(),
                        bounds.maxX(),
                        bounds.minY(),
                        bounds.maxY());
    }
}

package io.accession.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The map of all vectors under a key: what is alike lies together.
 *
 * @param state {@code none}, {@code computing}, {@code ready} or {@code failed}; what was computed before answers on while computing and after a failure
 * @param version counts the times that the map was fitted; 0 before the first time
 * @param points that the asker may see
 * @param computedAt null before the first time
 * @param progress of what is being computed; null when nothing is
 * @param bounds within which the points lie; null before the first time
 * @param fault why the last computation came to nothing; null when it did not
 */
public record EmbeddingMap(
        String key,
        String state,
        int version,
        long points,
        @Nullable Instant computedAt,
        @Nullable Progress progress,
        @Nullable Bounds bounds,
        @Nullable String fault) {

    /** Parts of the work. */
    public record Progress(int done, int total) {}

    public record Bounds(float minX, float minY, float maxX, float maxY) {}
}

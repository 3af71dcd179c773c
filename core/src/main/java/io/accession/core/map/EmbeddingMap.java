package io.accession.core.map;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The map of all vectors under a key.
 *
 * @param version counts the times that it was fitted; points of one version never move. 0 before the first time
 * @param computedAt when that version was complete; null before the first time
 * @param bounds within which the points lie; null before the first time
 * @param isWanted whether the next version is being computed, or about to be
 * @param progress of the next version, in thousandths of the work; 0 where none is wanted
 * @param fault why the last computation came to nothing: a sentence; null when it did not
 */
public record EmbeddingMap(
        String key,
        int version,
        @Nullable Instant computedAt,
        @Nullable MapBounds bounds,
        boolean isWanted,
        int progress,
        @Nullable String fault) {

    /** The whole of the work, as {@link #progress} counts it. */
    public static final int WHOLE = 1_000;

    /** Of a key for which none was asked for. */
    public static EmbeddingMap none(String key) {
        return new EmbeddingMap(key, 0, null, null, false, 0, null);
    }

    public State state() {
        if (isWanted) {
            return State.COMPUTING;
        }
        if (fault != null) {
            return State.FAILED;
        }
        return version > 0 ? State.READY : State.NONE;
    }

    /** What was computed before answers until what is computed takes its place, and after a failure. */
    public enum State {
        NONE,
        COMPUTING,
        READY,
        FAILED
    }
}

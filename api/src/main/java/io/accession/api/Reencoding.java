package io.accession.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to make videos anew.
 *
 * @param state PENDING as long as one item is, then ERROR if one is
 * @param items in the order of the request, each once
 */
public record Reencoding(
        UUID id, State state, boolean force, Instant createdAt, String createdBy, Counts counts, List<Video> items) {

    public Reencoding {
        items = List.copyOf(items);
    }

    /** PENDING is queued or running; the others are final. */
    public enum State {
        PENDING,
        DONE,
        ERROR
    }

    /** {@code items} is the sum of the others. {@code notNeeded} were left as they are because their videos have no warnings. */
    public record Counts(long items, long pending, long reencoded, long notNeeded, long failed) {}

    /**
     * One item.
     *
     * @param needed false when it is DONE because its video has no warnings
     * @param originalUrl of the object that was replaced; null unless one was
     * @param objectUrl of the object that the item has instead; null unless one was written
     * @param failure why it is in ERROR, or what the last attempt failed of
     */
    public record Video(
            UUID itemId,
            State state,
            boolean needed,
            @Nullable String originalUrl,
            @Nullable String objectUrl,
            @Nullable Failure failure) {}

    public record Failure(String code, String message) {}
}

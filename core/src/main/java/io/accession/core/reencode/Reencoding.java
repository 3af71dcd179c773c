package io.accession.core.reencode;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to make videos anew.
 *
 * @param force whether videos without warnings are made anew too
 * @param items in the order of the request, each once
 */
public record Reencoding(ReencodingId id, UserId createdBy, Instant createdAt, boolean force, List<Video> items) {

    public Reencoding {
        items = List.copyOf(items);
    }

    /** PENDING waits or is at work; the others are final. */
    public enum State {
        PENDING,
        DONE,
        ERROR
    }

    /**
     * One item of the request.
     *
     * @param needed false when it is DONE because its video has no warnings, so that it was left as it is
     * @param originalUrl of the object that was replaced; null unless one was
     * @param objectUrl of the object that was written instead; null unless one was
     * @param failure why it is in ERROR, or what the last attempt failed of
     */
    public record Video(
            ItemId item,
            State state,
            boolean needed,
            @Nullable String originalUrl,
            @Nullable String objectUrl,
            @Nullable Failure failure) {}

    /** PENDING as long as one item is, then ERROR if one is. */
    public State state() {
        if (count(State.PENDING) > 0) {
            return State.PENDING;
        }
        return count(State.ERROR) > 0 ? State.ERROR : State.DONE;
    }

    public long count(State state) {
        return items.stream().filter(video -> video.state() == state).count();
    }

    /** Of those that are DONE. */
    public long notNeeded() {
        return items.stream()
                .filter(video -> video.state() == State.DONE && !video.needed())
                .count();
    }
}

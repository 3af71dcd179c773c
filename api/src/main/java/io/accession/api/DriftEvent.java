package io.accession.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/**
 * What is told while a folder is verified, a line of JSON each: progress and findings, then the counts. Whatever ends without {@link Ended} says
 * nothing about the rest.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DriftEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = DriftEvent.Found.class, name = "found"),
    @JsonSubTypes.Type(value = DriftEvent.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = DriftEvent.Failed.class, name = "failed")
})
public sealed interface DriftEvent {

    String MEDIA_TYPE = "application/x-ndjson";

    /** So many items were compared so far. */
    record Progress(long compared) implements DriftEvent {}

    /**
     * An item whose object is not what was registered.
     *
     * @param finding CHANGED, REPLACED, MISSING, MISMATCH or UNREADABLE
     */
    record Found(String finding, UUID itemId, String objectUrl, String message, List<Difference> differences)
            implements DriftEvent {
        public Found {
            differences = List.copyOf(differences);
        }
    }

    record Difference(String field, String registered, String found) {}

    /**
     * The counts, in items.
     *
     * @param notCompared without an object of their own, or with one that cannot be listed
     * @param listings pages that were asked for
     * @param sampled whose supplied media metadata was compared with a probe
     */
    record Ended(
            long items,
            long compared,
            long notCompared,
            long unchanged,
            long changed,
            long replaced,
            long missing,
            long listings,
            long sampled,
            long mismatched,
            long unreadable)
            implements DriftEvent {}

    /** It cannot go on; nothing follows. */
    record Failed(Problem problem) implements DriftEvent {}
}

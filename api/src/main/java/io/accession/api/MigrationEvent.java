package io.accession.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told while items migrate, a line of JSON each: progress, what speaks against it, duplicates, then the counts. After anything but
 * {@link Ended} nobody knows whether the items have migrated.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MigrationEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = MigrationEvent.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = MigrationEvent.Duplicate.class, name = "duplicate"),
    @JsonSubTypes.Type(value = MigrationEvent.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = MigrationEvent.Failed.class, name = "failed")
})
public sealed interface MigrationEvent {

    String MEDIA_TYPE = "application/x-ndjson";

    /** So many items were looked at so far. */
    record Progress(long looked) implements MigrationEvent {}

    /**
     * An item that cannot migrate, so that none does.
     *
     * @param newUrl null when it stays
     */
    record Refused(
            @Nullable UUID itemId,
            @Nullable String objectUrl,
            @Nullable String newUrl,
            String code,
            String message) implements MigrationEvent {}

    /**
     * An item that will name an object which its folder has already. At most 1,000 are told.
     *
     * @param newUrl null for a composite
     * @param otherItemId who has the object
     */
    record Duplicate(UUID itemId, @Nullable String newUrl, UUID otherItemId) implements MigrationEvent {}

    /**
     * The counts, in items.
     *
     * @param unchanged that were there already
     * @param checked whose new objects were asked for; after 1,000 refusals the rest is not looked at
     * @param migrated none when something was refused, or when only a plan was asked for
     */
    record Ended(long items, long unchanged, long checked, long refused, long duplicates, long migrated)
            implements MigrationEvent {}

    /** It cannot go on; nothing has changed and nothing follows. */
    record Failed(Problem problem) implements MigrationEvent {}
}

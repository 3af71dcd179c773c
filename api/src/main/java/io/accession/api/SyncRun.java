package io.accession.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a folder's sync.
 *
 * @param code of what ended it as ERROR
 * @param message why it ended as ERROR, and who has to act
 * @param warnings the first hundred
 */
public record SyncRun(
        UUID id,
        UUID folderId,
        UploadJob.State state,
        Phase phase,
        Instant createdAt,
        @Nullable Instant endedAt,
        Layer pages,
        Layer uploadJobs,
        Layer units,
        Counts counts,
        List<Warning> warnings,
        @Nullable String code,
        @Nullable String message) {

    public SyncRun {
        warnings = List.copyOf(warnings);
    }

    /** What a pending run is at; ENDED once it is not pending any more. */
    public enum Phase {
        LISTING,
        REGISTERING,
        METADATA,
        FINISHING,
        ENDED
    }

    /** What became of the pages, jobs or units of a run. While it lists, its next page is pending. */
    public record Layer(long pending, long done, long error, long cancelled) {}

    /**
     * Objects by what was found of them.
     *
     * @param unsupported of kinds that synced folders do not take
     * @param added new ones, handed to upload jobs
     * @param changed ones with another ETag or size, looked at again by upload jobs
     * @param vanished items that became tombstones
     * @param returned tombstones that became items again
     * @param sidecars read
     */
    public record Counts(
            long listed, long unsupported, long added, long changed, long vanished, long returned, long sidecars) {}

    /** Something about one object that somebody may want to mend. */
    public record Warning(String code, String key, String message) {}
}

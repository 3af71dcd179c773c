package io.accession.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run through a manifest.
 *
 * @param fileName what the sender called the manifest
 * @param datasetId whose rows the items become, besides lying in the folder
 * @param createdBy the e-mail address of its sender
 * @param message why it ended as ERROR
 */
public record UploadJob(
        UUID id,
        State state,
        Phase phase,
        UUID folderId,
        String folderName,
        UUID integrationId,
        @Nullable UUID datasetId,
        @Nullable String fileName,
        boolean ignoreErrors,
        boolean skipDuplicateUrls,
        boolean upsertMetadata,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt,
        Counts counts,
        Cost cost,
        List<Warning> warnings,
        @Nullable String message) {

    public UploadJob {
        warnings = List.copyOf(warnings);
    }

    /** PENDING is queued or running; the others are final. */
    public enum State {
        PENDING,
        DONE,
        ERROR,
        CANCELLED
    }

    /** What a pending job is at; ENDED once it is not pending any more. */
    public enum Phase {
        PLANNING,
        PROBING,
        RENDERING,
        PROMOTING,
        ENDED
    }

    /**
     * Entries of the manifest, by what came of them. Once a job is DONE, {@code registered + known + duplicatesInManifest + failed} is
     * {@code entries}.
     *
     * @param planned entries that were looked up
     * @param known entries that the folder already held
     * @param trusted entries registered on the media metadata they came with
     * @param toProbe entries whose objects had to be looked at
     * @param probed those of them that are decided
     * @param registered items made
     * @param metadataUpdated known items whose client metadata was replaced
     */
    public record Counts(
            long entries,
            long planned,
            long known,
            long trusted,
            long toProbe,
            long probed,
            long registered,
            long metadataUpdated,
            long duplicatesInManifest,
            long failed,
            long cancelled) {}

    /** What the job asked of the customer's storage. */
    public record Cost(long requests, long bytes) {}
}

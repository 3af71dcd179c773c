package io.accession.core.job;

/**
 * How far a job is, in entries. Every planned entry is exactly one of known, repeated, trusted, to probe or failed at once; those to
 * probe end as registered, known, failed or cancelled.
 *
 * @param planned entries of the slices that were planned
 * @param known found in the folder, where duplicates are skipped
 * @param repeated named before in the same manifest, where duplicates are skipped
 * @param trusted complete media metadata supplied: the storage was not asked
 * @param probed looked at, whatever came of it
 * @param registered became items
 * @param requests made to the customer's storage
 * @param bytesRead from the customer's storage
 */
public record JobCounts(
        int entries,
        int planned,
        int known,
        int repeated,
        int trusted,
        int toProbe,
        int probed,
        int registered,
        int metadataUpdated,
        int failed,
        int cancelled,
        long requests,
        long bytesRead) {}

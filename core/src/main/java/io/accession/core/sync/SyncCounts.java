package io.accession.core.sync;

/**
 * What a sync found, in objects.
 *
 * @param unsupported of kinds that synced folders do not take, or that no URL can name
 * @param added handed to upload jobs because the folder had no item of them
 * @param changed handed to upload jobs because ETag or size differ
 * @param vanished items that became tombstones
 * @param returned tombstones that became items again
 * @param sidecars that were read
 */
public record SyncCounts(
        long listed, long unsupported, long added, long changed, long vanished, long returned, long sidecars) {

    static SyncCounts ofSidecars(int sidecars) {
        return new SyncCounts(0, 0, 0, 0, 0, 0, sidecars);
    }

    public static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0, 0, 0, 0);
}

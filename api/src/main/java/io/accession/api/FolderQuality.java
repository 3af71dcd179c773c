package io.accession.api;

import java.util.List;
import java.util.UUID;

/**
 * How many pictures of a folder and all below it were measured. Those that the server may not read do not count.
 *
 * @param pictures pictures and videos
 * @param pending wait to be measured
 * @param failed could not be measured
 * @param automatic whether new pictures are measured without anybody asking for it
 * @param perMinute so many are measured in a minute at most; 0 when measuring is switched off
 * @param failures some of those that failed, 20 at most
 */
public record FolderQuality(
        long pictures,
        long measured,
        long pending,
        long failed,
        boolean automatic,
        int perMinute,
        List<Failure> failures) {

    public FolderQuality {
        failures = List.copyOf(failures);
    }

    /** {@code code} is stable, {@code message} a sentence. */
    public record Failure(UUID itemId, String title, String code, String message) {}
}

package io.accession.core.quality;

import io.accession.core.domain.Failure;
import io.accession.core.domain.ItemId;
import java.util.List;

/**
 * How many pictures of a folder and all below it were measured. Those that the server may not read do not count.
 *
 * @param pictures pictures and videos
 * @param pending wait to be measured
 * @param failed could not be measured
 * @param failures some of them
 */
public record QualityCounts(long pictures, long measured, long pending, long failed, List<FailedItem> failures) {

    public QualityCounts {
        failures = List.copyOf(failures);
    }

    public record FailedItem(ItemId item, String title, Failure failure) {}
}

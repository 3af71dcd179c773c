package io.accession.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of groups of items that are nearly the same, the largest first.
 *
 * @param total groups of all pages
 * @param compared how many items passed the filter and have what they are compared by
 * @param precision {@code exact}, or {@code estimated} when a few near duplicates may have been missed
 * @param nextPageToken null at the end
 */
public record NearDuplicates(
        List<Group> groups,
        long total,
        long compared,
        String precision,
        @Nullable String nextPageToken) {

    public NearDuplicates {
        groups = List.copyOf(groups);
    }

    /**
     * Items that are nearly the same.
     *
     * @param size how many there are
     * @param items the one that was registered first, then those nearest to it, 1,000 at most; their distance is the one to the first
     */
    public record Group(int size, List<ComparedItem> items) {
        public Group {
            items = List.copyOf(items);
        }
    }
}

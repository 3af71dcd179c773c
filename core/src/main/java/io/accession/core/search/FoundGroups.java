package io.accession.core.search;

import io.accession.core.registry.RegisteredItem;
import io.accession.core.search.SearchHits.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of near duplicates, with the items as the catalogue has them.
 *
 * @param total groups of all pages
 * @param compared how many items were compared
 * @param nextToken null at the end
 */
public record FoundGroups(
        List<Group> groups,
        long total,
        long compared,
        Precision precision,
        @Nullable String nextToken) {

    public FoundGroups {
        groups = List.copyOf(groups);
    }

    public record Group(int size, List<Member> items) {
        public Group {
            items = List.copyOf(items);
        }
    }

    /** {@code distance} is the one to the group's first item. */
    public record Member(RegisteredItem item, @Nullable Double distance) {}
}

package io.accession.core.search;

import io.accession.core.domain.ItemId;
import io.accession.core.search.SearchHits.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing items.
 *
 * @param <T> what was looked for
 */
public sealed interface ComparisonAnswer<T> {

    /** {@code candidates} is how many were compared. */
    record Compared<T>(List<T> found, long candidates, Precision precision) implements ComparisonAnswer<T> {
        public Compared {
            found = List.copyOf(found);
        }
    }

    record TooMany<T>(long candidates, int most) implements ComparisonAnswer<T> {}

    record Refused<T>(SearchAnswer.Refusal refusal) implements ComparisonAnswer<T> {}

    /** {@code distance} is null where there is nothing to be far from. */
    record Placed(ItemId item, @Nullable Double distance) {}

    /**
     * Items that are nearly the same.
     *
     * @param size how many there are
     * @param items the one that was registered first, then those nearest to it, as far as they are told
     */
    record Group(int size, List<Placed> items) {
        public Group {
            items = List.copyOf(items);
        }

        ItemId first() {
            return items.getFirst().item();
        }
    }
}

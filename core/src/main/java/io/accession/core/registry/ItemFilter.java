package io.accession.core.registry;

import io.accession.core.domain.ItemKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items to list. Those that exist only as members of composites are listed when their kind is asked for.
 *
 * @param folders where: the items directly in those folders
 * @param search part of a name in any case; empty: all
 * @param kinds empty: all
 * @param inDataset whether a dataset has them; null: all
 * @param everybodys also in folders that the asker has no role in; for administrators
 */
public record ItemFilter(
        ItemScope folders,
        String search,
        Set<ItemKind> kinds,
        @Nullable Boolean inDataset,
        boolean everybodys,
        ListOrder order) {

    public ItemFilter {
        kinds = Set.copyOf(kinds);
    }
}

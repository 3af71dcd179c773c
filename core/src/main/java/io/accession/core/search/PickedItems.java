package io.accession.core.search;

import io.accession.core.search.FoundGroups.Member;
import io.accession.core.search.SearchHits.Precision;
import java.util.List;

/** Items that were picked out of many, as the catalogue has them; {@code compared} tells out of how many. */
public record PickedItems(List<Member> items, long compared, Precision precision) {

    public PickedItems {
        items = List.copyOf(items);
    }
}

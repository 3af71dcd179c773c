package io.accession.core.search;

import io.accession.core.curation.ItemCollections;
import io.accession.core.domain.ItemId;
import io.accession.core.registry.Principal;
import java.util.List;
import java.util.UUID;

/** Fills collections with what searches find, as it is at that moment. A collection may be seen growing. */
public final class Collecting {

    private final ItemCollections collections;

    public Collecting(ItemCollections collections) {
        this.collections = collections;
    }

    /**
     * What came of it.
     *
     * @param found items
     * @param passedOver those of them that are not below the collection's folder, or were not in the collection
     */
    public record Outcome(long found, long passedOver) {}

    /** Twice adds nothing more. */
    public Outcome add(Principal asking, UUID collection, FoundItems found) {
        return change(found, page -> collections.add(asking, collection, page));
    }

    public Outcome take(Principal asking, UUID collection, FoundItems found) {
        return change(found, page -> collections.take(asking, collection, page));
    }

    /** Gives back what it passed over. */
    @FunctionalInterface
    private interface Change {
        List<ItemId> of(List<ItemId> page);
    }

    private static Outcome change(FoundItems found, Change change) {
        long[] counts = new long[2];
        found.forEach(page -> {
            counts[0] += page.size();
            counts[1] += page.isEmpty() ? 0 : change.of(page).size();
        });
        if (counts[0] == 0) {
            change.of(List.of()); // whoever may not change the collection is told so all the same
        }
        return new Outcome(counts[0], counts[1]);
    }
}

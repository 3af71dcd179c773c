package io.accession.api;

import java.util.List;
import java.util.UUID;

/** What an item is part of. */
public record ItemUses(List<Use> uses) {

    /**
     * One place.
     *
     * @param by {@code dataset}, {@code collection}, or {@code group} for an item that it is a member of
     * @param id of the dataset, the collection or the item
     */
    public record Use(String by, UUID id, String title) {}
}

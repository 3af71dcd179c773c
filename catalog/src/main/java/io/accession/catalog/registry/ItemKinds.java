package io.accession.catalog.registry;

import io.accession.core.domain.ItemKind;

/** Reads what the column {@code kind} says. */
final class ItemKinds {

    private ItemKinds() {}

    static ItemKind of(String wireName) {
        return ItemKind.find(wireName)
                .orElseThrow(() -> new IllegalStateException("the catalogue holds an unknown kind: " + wireName));
    }
}

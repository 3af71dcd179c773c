package io.accession.core.curation;

import io.accession.core.domain.ItemId;
import io.accession.core.registry.RegisteredItem;

/** An item of a collection. */
public sealed interface CollectedItem {

    ItemId id();

    record Open(RegisteredItem item) implements CollectedItem {
        @Override
        public ItemId id() {
            return item.item().id();
        }
    }

    /** In a folder that the asker may not look into. */
    record Closed(ItemId id) implements CollectedItem {}
}

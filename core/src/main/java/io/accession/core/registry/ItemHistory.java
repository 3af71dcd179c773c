package io.accession.core.registry;

import io.accession.core.domain.ItemId;

/** What items were before. It is kept as long as its item is. */
public interface ItemHistory {

    /** The newest first. An item that is missing or forbidden is a {@code NotFoundOrForbidden}. */
    Page<PastMetadata> list(Principal asking, ItemId item, PageRequest page);
}

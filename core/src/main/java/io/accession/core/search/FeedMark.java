package io.accession.core.search;

import java.util.UUID;

/** Up to where a reader of the feed has read: up to this item of this transaction. */
public record FeedMark(long transaction, UUID item) {

    /** Before all changes. */
    public static final FeedMark START = new FeedMark(0, new UUID(0, 0));
}

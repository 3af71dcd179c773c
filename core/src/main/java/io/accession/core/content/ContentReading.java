package io.accession.core.content;

import io.accession.core.content.ContentStore.Gain;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.SearchableItem;
import java.util.List;
import java.util.Optional;

/** Follows the change feed and reads what stands in objects. What was read is not read again, neither after a crash nor when the feed is read from its start. */
public final class ContentReading {

    /** Another word for it lets everything be looked at again. */
    private static final String CIRCUMSTANCES = "texts and PDFs read";

    private final FeedReading feed;
    private final ContentStore store;
    private final ContentAccess access;

    public ContentReading(ChangeFeed feed, ContentStore store, ContentAccess access) {
        this.feed = new FeedReading("reading contents", feed, store);
        this.store = store;
        this.access = access;
    }

    /** Takes up some changes; false when there are none, or when somebody else is at it. */
    public boolean readNext() {
        return feed.isAtEnd(CIRCUMSTANCES)
                ? store.remind(FeedReading.BATCH) > 0
                : feed.readNext(CIRCUMSTANCES, batch -> Optional.of(gain(batch)));
    }

    private Gain gain(FeedBatch batch) {
        var kept = store.kept(batch.changed().stream().map(SearchableItem::id).toList());
        var contents = batch.changed().stream()
                .flatMap(item -> access.read(item, kept.get(item.id())).stream())
                .toList();
        return new Gain(contents, List.of(), batch.gone(), batch.end());
    }
}

package io.accession.core.content;

import io.accession.core.content.ContentStore.Gain;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import io.accession.core.work.RenewedLease;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows the change feed by a mark of its own, a batch at a time; one process reads while others wait. A crash costs a batch. Under other circumstances the
 * feed is read from its start.
 */
final class FeedReading {

    static final int BATCH = 200;

    private final String work;
    private final ChangeFeed feed;
    private final ContentStore store;

    /** {@code work} is what the log calls it. */
    FeedReading(String work, ChangeFeed feed, ContentStore store) {
        this.work = work;
        this.feed = feed;
        this.store = store;
    }

    boolean isAtEnd(String circumstances) {
        return feed.countBehind(store.mark(under(circumstances)), 1) == 0;
    }

    /** Takes up some changes; false when there are none, when somebody else is at it, or when nothing came of them: then they come again. */
    boolean readNext(String circumstances, Function<FeedBatch, Optional<Gain>> reading) {
        var under = under(circumstances);
        var claim = store.claim(under, RenewedLease.LENGTH);
        if (claim == null) {
            return false;
        }
        try (var _ = new RenewedLease(work, () -> store.renew(claim, RenewedLease.LENGTH))) {
            var begin = store.mark(under); // somebody else may have read on meanwhile
            var batch = feed.read(begin, BATCH);
            var gain = reading.apply(batch);
            store.keep(claim, gain.orElseGet(() -> new Gain(List.of(), List.of(), List.of(), begin)));
            return gain.isPresent() && moved(begin, batch);
        }
    }

    private String under(String circumstances) {
        return feed.state().catalogue() + "; " + circumstances;
    }

    /** The feed keeps back what transactions that still run may come before. */
    private static boolean moved(FeedMark begin, FeedBatch batch) {
        return !batch.end().equals(begin);
    }
}

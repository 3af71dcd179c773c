package io.accession.search;

import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import java.io.IOException;
import java.time.Duration;

/** Brings an index nearer to the end of the feed. While one batch is taken up, the next one is read. */
final class Following implements AutoCloseable {

    static final int BATCH = 5_000;

    /** Long enough to get on, short enough to answer for what is new. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final ChangeFeed feed;
    private final IndexThreads reading = new IndexThreads("index-feed", 1);

    Following(ChangeFeed feed) {
        this.feed = feed;
    }

    /** Takes up what changed, for about a second at most; tells whether the end of the feed was reached. */
    boolean advance(Generation generation) throws IOException {
        long begun = System.nanoTime();
        var batch = read(generation.stamp().mark());
        while (!batch.isLast() && System.nanoTime() - begun < TURN.toNanos()) {
            var mark = batch.end();
            var next = reading.begin(() -> read(mark));
            generation.take(batch);
            batch = IndexThreads.outcome(next);
        }
        generation.take(batch);
        return batch.isLast();
    }

    private FeedBatch read(FeedMark mark) {
        return feed.read(mark, BATCH);
    }

    @Override
    public void close() {
        reading.close();
    }
}

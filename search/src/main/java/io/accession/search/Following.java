package io.accession.search;

import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Brings an index nearer to the end of the feed. While one batch is taken up, the next one is read, from one turn to the next as well. */
final class Following implements AutoCloseable {

    static final int BATCH = 5_000;

    /** Long enough to get on, short enough to answer for what is new. */
    private static final Duration TURN = Duration.ofSeconds(1);

    private final ChangeFeed feed;
    private final IndexThreads reading = new IndexThreads("index-feed", 1);
    private @Nullable Ahead ahead;

    private record Ahead(FeedMark after, Future<FeedBatch> batch) {}

    Following(ChangeFeed feed) {
        this.feed = feed;
    }

    /** Takes up what changed, for about a second at most; tells whether the end of the feed was reached. */
    boolean advance(Generation generation) throws IOException {
        long begun = System.nanoTime();
        var batch = first(generation.stamp().mark());
        while (!batch.isLast()) {
            var next = readAhead(batch.end());
            generation.take(batch);
            if (System.nanoTime() - begun >= TURN.toNanos()) {
                return false;
            }
            batch = outcome(next);
        }
        generation.take(batch);
        return true;
    }

    /** What was read ahead and is not the end is still true; where the end is has to be seen in this turn. */
    private FeedBatch first(FeedMark mark) throws IOException {
        var known = ahead;
        if (known != null && known.after().equals(mark)) {
            var batch = outcome(known);
            if (!batch.isLast()) {
                return batch;
            }
        }
        return feed.read(mark, BATCH);
    }

    private Ahead readAhead(FeedMark mark) {
        var next = new Ahead(mark, reading.begin(() -> feed.read(mark, BATCH)));
        ahead = next;
        return next;
    }

    private FeedBatch outcome(Ahead next) throws IOException {
        ahead = null;
        return IndexThreads.outcome(next.batch());
    }

    @Override
    public void close() {
        reading.close();
    }
}

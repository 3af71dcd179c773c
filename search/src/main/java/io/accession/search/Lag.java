package io.accession.search;

import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedState;
import io.accession.core.search.IndexStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the index is behind the catalogue. One thread measures, any number ask. */
final class Lag {

    private static final Duration RARELY = Duration.ofSeconds(10);

    private final ChangeFeed feed;
    private volatile @Nullable Instant asOf;
    private final Distance answeringBehind = new Distance();
    private final Distance buildingBehind = new Distance();
    private @Nullable Milestone milestone;

    /** When the feed's horizon has passed {@code next}, all that was committed before {@code at} can be read. */
    private record Milestone(Instant at, long next) {}

    Lag(ChangeFeed feed) {
        this.feed = feed;
    }

    /** Before a turn, with the feed's state at that moment. */
    void begin(Instant now, FeedState state) {
        if (milestone == null) {
            milestone = new Milestone(now, state.next());
        }
    }

    /** After a turn that began with that state and took the index to the end of the feed. */
    void reachedEnd(FeedState state) {
        if (milestone != null && state.horizon() >= milestone.next()) {
            asOf = milestone.at();
            milestone = null;
        }
    }

    /** Whether the end of the feed was reached once since the start. */
    boolean hasCaughtUp() {
        return asOf != null;
    }

    /** What answers may have gone back behind what was reached. */
    void restart() {
        asOf = null;
        milestone = null;
    }

    void countAnswering(Generation generation) {
        answeringBehind.measure(generation);
    }

    void countBuilding(Generation generation) {
        buildingBehind.measure(generation);
    }

    /** Changes that are not taken up yet. Counting very many takes the time in which thousands could be, so that a long way is measured rarely. */
    private final class Distance {

        private volatile int changes;
        private long measuredAt;

        void measure(Generation generation) {
            long now = System.nanoTime();
            if (changes < IndexStatus.MOST_BEHIND || now - measuredAt >= RARELY.toNanos()) {
                changes = feed.countBehind(generation.stamp().mark(), IndexStatus.MOST_BEHIND);
                measuredAt = now;
            }
        }
    }

    IndexStatus status(Generations generations, @Nullable String problem) {
        var answering = generations.answering().map(this::answering).orElse(null);
        var building = generations.building().map(this::building).orElse(null);
        return new IndexStatus(answering, building, problem);
    }

    private IndexStatus.Answering answering(Generation generation) {
        return new IndexStatus.Answering(
                generation.stamp().schemaVersion(),
                generation.items(),
                answeringBehind.changes,
                asOf,
                generation.bytes());
    }

    private IndexStatus.Building building(Generation generation) {
        return new IndexStatus.Building(generation.stamp().schemaVersion(), generation.items(), buildingBehind.changes);
    }
}

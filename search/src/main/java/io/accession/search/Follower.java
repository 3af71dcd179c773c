package io.accession.search;

import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedState;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the indexes follow the catalogue, turn by turn: the one that answers, and the one that is being built where one is needed. For one thread. */
final class Follower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final ChangeFeed feed;
    private final Supplier<Optional<SchemaVersion>> schemas;
    private final Clock clock;
    private final Generations generations;
    private final Lag lag;
    private final Following following;
    private boolean isOpen;
    private volatile boolean isRebuildWanted;

    Follower(
            ChangeFeed feed, Supplier<Optional<SchemaVersion>> schemas, Clock clock, Generations generations, Lag lag) {
        this.feed = feed;
        this.schemas = schemas;
        this.clock = clock;
        this.generations = generations;
        this.lag = lag;
        this.following = new Following(feed);
    }

    /** With the next turn; by any thread. */
    void rebuild() {
        isRebuildWanted = true;
    }

    /** Takes up what there is, for a second or two. Tells whether the end of the feed was reached. */
    boolean turn() throws IOException {
        var now = clock.instant();
        var state = feed.state();
        var schema = SchemaInForce.of(schemas.get());
        lag.begin(now, state);
        open(state);
        beginWhatIsMissing(state, schema);
        boolean atEnd = answer(state);
        return build(state) && atEnd;
    }

    private void open(FeedState state) throws IOException {
        if (!isOpen) {
            generations.open(state);
            isOpen = true;
        }
        if (generations.all().anyMatch(generation -> !generation.stamp().continues(state))) {
            LOG.warn("the catalogue was restored or replaced; the search index is built anew");
            generations.discardAll();
        }
    }

    private void beginWhatIsMissing(FeedState state, SchemaInForce schema) throws IOException {
        var newest = generations.building().or(generations::answering);
        if (isRebuildWanted || newest.isEmpty() || !newest.get().stamp().understands(schema)) {
            isRebuildWanted = false;
            LOG.info("building the search index under version {} of the metadata schema", schema.version());
            generations.begin(Stamp.begin(state, schema));
        }
    }

    private boolean answer(FeedState state) throws IOException {
        var answering = generations.answering();
        if (answering.isEmpty()) {
            return true;
        }
        boolean atEnd = following.advance(answering.get());
        answering.get().refresh();
        answering.get().commitIfDue();
        measure(answering.get(), state, atEnd);
        return atEnd;
    }

    private boolean build(FeedState state) throws IOException {
        var building = generations.building();
        if (building.isEmpty()) {
            return true;
        }
        boolean atEnd = following.advance(building.get());
        building.get().commitIfDue();
        if (!atEnd) {
            lag.countBuilding(building.get());
        } else {
            generations.replace();
            measure(building.get(), state, true);
            LOG.info("the search index is complete: {} items", building.get().items());
        }
        return atEnd;
    }

    private void measure(Generation generation, FeedState state, boolean atEnd) {
        if (atEnd) {
            lag.reachedEnd(state);
        }
        lag.countAnswering(generation);
    }

    /** After a failure: what is in memory may be of no use when the disk failed. It is opened again with the next turn. */
    void recover(Exception failure) throws IOException {
        if (failure instanceof IOException || generations.all().anyMatch(Generation::isBroken)) {
            isOpen = false;
            lag.restart();
            generations.close();
        }
    }

    @Override
    public void close() throws IOException {
        following.close();
        generations.close();
    }
}

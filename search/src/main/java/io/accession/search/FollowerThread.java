package io.accession.search;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes turn after turn, with a pause when there is nothing to take up and a longer one when something failed. */
final class FollowerThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowerThread.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Follower follower;
    private final TurnThread thread = new TurnThread("index-follower", this::pauseAfterTurn, GRACE);
    private volatile @Nullable String problem;

    FollowerThread(Follower follower) {
        this.follower = follower;
    }

    void start() {
        thread.start();
    }

    /** Ends the pause. */
    void wake() {
        thread.wake();
    }

    /** Why the last turn failed; null when it did not. */
    @Nullable
    String problem() {
        return problem;
    }

    private Duration pauseAfterTurn() {
        try {
            boolean atEnd = follower.turn();
            problem = null;
            return atEnd ? POLL : Duration.ZERO;
        } catch (IOException | RuntimeException e) {
            if (!thread.isClosed()) {
                tell(e);
                recover(e);
            }
            return PAUSE;
        }
    }

    private void tell(Exception failure) {
        problem = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        LOG.warn("the search index does not get on and will try again: {}", problem);
        LOG.debug("the failure", failure);
    }

    private void recover(Exception failure) {
        try {
            follower.recover(failure);
        } catch (IOException | RuntimeException e) {
            LOG.debug("closing the search index after a failure", e);
        }
    }

    /** Lets it finish what is in hand. */
    @Override
    public void close() {
        thread.close();
    }
}

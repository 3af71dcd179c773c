package io.accession.core.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that do what there is to do until they are closed. Each walks through its rounds in order and starts again at the first
 * as long as one of them found work; then it waits for the bell, or a second. What fails is logged and tried again after a pause: nothing
 * in memory is needed to finish a job, so any worker of any process may go on with it.
 */
public final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Bell bell;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /** One kind of work; tells whether there was any. */
    @FunctionalInterface
    public interface Round {
        boolean workOnce() throws InterruptedException;
    }

    public Workers(Bell bell) {
        this.bell = bell;
    }

    /** Adds {@code count} threads that walk through the rounds. */
    public void start(String name, int count, Round... rounds) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().name(name + "-" + i).start(() -> work(List.of(rounds))));
        }
    }

    private void work(List<Round> rounds) {
        try {
            while (!closed) {
                long heard = bell.rings();
                if (!worked(rounds)) {
                    bell.await(heard, POLL);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean worked(List<Round> rounds) throws InterruptedException {
        try {
            for (var round : rounds) {
                if (round.workOnce()) {
                    return true;
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("background work failed and will be tried again: {}", e.getMessage());
            LOG.debug("the failure", e);
            Thread.sleep(POLL);
        }
        return false;
    }

    /** Lets everybody finish what is in hand, for at most ten seconds; what is not finished then is found again by its lease. */
    @Override
    public void close() {
        closed = true;
        bell.ring();
        try {
            for (var thread : threads) {
                thread.join(GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }
}

package io.accession.core.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets any number of threads wait for work to end, such as upload jobs. Whoever waits holds no connection: those who begin to wait share a look,
 * and one thread looks for all of them whenever there is news, and once a second.
 *
 * @param <T> what names a piece of work
 */
public final class Endings<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Function<Set<T>, List<T>> ended;
    private final SharedLook<T, Boolean> first;
    private final Bell bell;
    private final ConcurrentHashMap<T, Wait> waits = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /** Those who wait for the same work. */
    private record Wait(CountDownLatch ended, int waiting) {}

    /** {@code ended} picks the work that has ended; {@code bell} rings when some may have, in whatever process. */
    public Endings(Function<Set<T>, List<T>> ended, Bell bell) {
        this.ended = ended;
        this.first = new SharedLook<>(this::hasEnded);
        this.bell = bell;
        this.thread = Thread.ofVirtual().name("endings").start(this::watch);
    }

    /** Returns when the work has ended, at once if it has, and at the latest when patience is over. */
    public void await(T work, Duration patience) throws InterruptedException {
        if (patience.isZero() || patience.isNegative()) {
            return;
        }
        var wait = waits.merge(
                work,
                new Wait(new CountDownLatch(1), 1),
                (before, one) -> new Wait(before.ended(), before.waiting() + 1));
        try {
            if (!closed && first.find(work).isEmpty()) {
                wait.ended().await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            waits.computeIfPresent(
                    work, (id, now) -> now.waiting() == 1 ? null : new Wait(now.ended(), now.waiting() - 1));
        }
    }

    private Map<T, Boolean> hasEnded(Set<T> work) {
        return ended.apply(work).stream().collect(Collectors.toMap(Function.identity(), one -> true));
    }

    /** How many threads are waiting now. */
    public int waiting() {
        return waits.values().stream().mapToInt(Wait::waiting).sum();
    }

    private void watch() {
        try {
            while (!closed) {
                long heard = bell.rings();
                look();
                bell.await(heard, POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        var pending = Set.copyOf(waits.keySet());
        if (pending.isEmpty()) {
            return;
        }
        try {
            release(ended.apply(pending));
        } catch (RuntimeException e) {
            LOG.debug("looking for ended work failed and will be tried again", e);
        }
    }

    private void release(List<T> ended) {
        for (var work : ended) {
            var wait = waits.get(work);
            if (wait != null) {
                wait.ended().countDown();
            }
        }
    }

    /** Lets everybody go. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        waits.values().forEach(wait -> wait.ended().countDown());
    }
}

package io.accession.core.job;

import io.accession.core.domain.JobId;
import io.accession.core.work.Bell;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets any number of threads wait for jobs to end. Whoever waits holds no connection: one thread looks for all of them whenever there is news of
 * any job, and once a second.
 */
public final class JobEndings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEndings.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final Bell bell;
    private final ConcurrentHashMap<JobId, Wait> waits = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /** Those who wait for the same job. */
    private record Wait(CountDownLatch ended, int waiting) {}

    /** {@code bell} rings when a job may have ended, in whatever process. */
    public JobEndings(Jobs jobs, Bell bell) {
        this.jobs = jobs;
        this.bell = bell;
        this.thread = Thread.ofVirtual().name("job-endings").start(this::watch);
    }

    /** Returns when the job has ended, at once if it has, and at the latest when patience is over. */
    public void await(JobId job, Duration patience) throws InterruptedException {
        if (patience.isZero() || patience.isNegative()) {
            return;
        }
        var wait = waits.merge(
                job,
                new Wait(new CountDownLatch(1), 1),
                (before, one) -> new Wait(before.ended(), before.waiting() + 1));
        try {
            if (!closed && jobs.listEnded(Set.of(job)).isEmpty()) {
                wait.ended().await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            waits.computeIfPresent(
                    job, (id, now) -> now.waiting() == 1 ? null : new Wait(now.ended(), now.waiting() - 1));
        }
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
            release(jobs.listEnded(pending));
        } catch (RuntimeException e) {
            LOG.debug("looking for ended jobs failed and will be tried again", e);
        }
    }

    private void release(List<JobId> ended) {
        for (var job : ended) {
            var wait = waits.get(job);
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

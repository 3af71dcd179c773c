package io.accession.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.JobId;
import io.accession.core.domain.TimeOrderedIds;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EndingsTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final TimeOrderedIds IDS = new TimeOrderedIds(Clock.systemUTC());

    private final Set<JobId> ended = ConcurrentHashMap.newKeySet();
    private final Set<JobId> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private final Bell bell = new Bell();

    @Test
    void anEndedJobIsNotWaitedFor() throws InterruptedException {
        var job = new JobId(IDS.get());
        ended.add(job);
        try (var endings = endings(new CountDownLatch(0))) {
            endings.await(job, LONG);
        }
        assertThat(looks).hasPositiveValue();
    }

    @Test
    void patienceThatIsOverLetsGo() throws InterruptedException {
        try (var endings = endings(new CountDownLatch(0))) {
            endings.await(new JobId(IDS.get()), Duration.ZERO);
            endings.await(new JobId(IDS.get()), Duration.ofMillis(1));
        }
        assertThat(ended).isEmpty();
    }

    @Test
    void tenThousandWaitForTheirJobsAndOneLookServesAll() throws InterruptedException {
        var jobs = Stream.generate(IDS).limit(10_000).map(JobId::new).toList();
        var waiting = new CountDownLatch(jobs.size());
        try (var endings = endings(waiting)) {
            var threads = jobs.stream()
                    .map(job -> Thread.ofVirtual().start(() -> await(endings, job)))
                    .toList();
            waiting.await();
            looks.set(0);

            ended.addAll(jobs);
            bell.ring();

            for (var thread : threads) {
                assertThat(thread.join(LONG)).isTrue();
            }
        }
        assertThat(looks).hasValueLessThan(100);
    }

    @Test
    void whoeverWaitsIsLetGoWhenItCloses() throws InterruptedException {
        var waiting = new CountDownLatch(3);
        var endings = endings(waiting);
        var threads = IntStream.range(0, 3)
                .mapToObj(i -> Thread.ofVirtual().start(() -> await(endings, new JobId(IDS.get()))))
                .toList();
        waiting.await();

        endings.close();

        for (var thread : threads) {
            assertThat(thread.join(LONG)).isTrue();
        }
    }

    private static void await(Endings<JobId> endings, JobId job) {
        try {
            endings.await(job, LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts down {@code asked} for every job when it is asked for first, and {@link #looks} whenever for any number. */
    private Endings<JobId> endings(CountDownLatch asked) {
        return new Endings<>(
                jobs -> {
                    looks.incrementAndGet();
                    jobs.stream().filter(seen::add).forEach(job -> asked.countDown());
                    return jobs.stream().filter(ended::contains).toList();
                },
                bell);
    }
}

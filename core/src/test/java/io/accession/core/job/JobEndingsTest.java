package io.accession.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.JobId;
import io.accession.core.domain.TimeOrderedIds;
import io.accession.core.domain.UserId;
import io.accession.core.work.Bell;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JobEndingsTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final TimeOrderedIds IDS = new TimeOrderedIds(Clock.systemUTC());

    private final Set<JobId> ended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private final Bell bell = new Bell();

    @Test
    void anEndedJobIsNotWaitedFor() throws InterruptedException {
        var job = new JobId(IDS.get());
        ended.add(job);
        try (var endings = new JobEndings(new Endings(), bell)) {
            endings.await(job, LONG);
        }
        assertThat(looks).hasPositiveValue();
    }

    @Test
    void patienceThatIsOverLetsGo() throws InterruptedException {
        try (var endings = new JobEndings(new Endings(), bell)) {
            endings.await(new JobId(IDS.get()), Duration.ZERO);
            endings.await(new JobId(IDS.get()), Duration.ofMillis(1));
        }
        assertThat(ended).isEmpty();
    }

    @Test
    void tenThousandWaitForTheirJobsAndOneLookServesAll() throws InterruptedException {
        var jobs = Stream.generate(IDS).limit(10_000).map(JobId::new).toList();
        var waiting = new CountDownLatch(jobs.size());
        try (var endings = new JobEndings(new Endings(waiting), bell)) {
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
        var endings = new JobEndings(new Endings(waiting), bell);
        var threads = IntStream.range(0, 3)
                .mapToObj(i -> Thread.ofVirtual().start(() -> await(endings, new JobId(IDS.get()))))
                .toList();
        waiting.await();

        endings.close();

        for (var thread : threads) {
            assertThat(thread.join(LONG)).isTrue();
        }
    }

    private static void await(JobEndings endings, JobId job) {
        try {
            endings.await(job, LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Knows which jobs have ended, and counts how often somebody asks for one and how often for any number. */
    private final class Endings implements Jobs {

        private final CountDownLatch asked;

        Endings() {
            this(new CountDownLatch(0));
        }

        Endings(CountDownLatch asked) {
            this.asked = asked;
        }

        @Override
        public List<JobId> listEnded(Collection<JobId> jobs) {
            looks.incrementAndGet();
            if (jobs.size() == 1) {
                asked.countDown();
            }
            return jobs.stream().filter(ended::contains).toList();
        }

        @Override
        public Optional<UploadJob> find(JobId job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UploadJob> list(Filter filter, @Nullable JobId before, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel(JobId job, UserId asking) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forEachItem(JobId job, Consumer<JobItem> consumer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<FailedUnit> listFailures(JobId job, int afterOrdinal, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}

package io.accession.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.testkit.Trouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds answers back until it is opened, and tells how many wait. */
final class Gate {

    private final CountDownLatch open = new CountDownLatch(1);
    private final Semaphore waiting = new Semaphore(0);

    Trouble before(Trouble answer) {
        return (request, connection) -> {
            waiting.release();
            open.await();
            return answer.answer(request, connection);
        };
    }

    /** Returns when that many requests have come; fails when they do not come at all. */
    void awaitRequests(int count) throws InterruptedException {
        assertThat(waiting.tryAcquire(count, 2, TimeUnit.MINUTES))
                .as("%d requests came", count)
                .isTrue();
    }

    void open() {
        open.countDown();
    }
}

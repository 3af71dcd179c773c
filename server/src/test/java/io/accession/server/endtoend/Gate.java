package io.accession.server.endtoend;

import io.accession.testkit.Trouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

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

    /** Returns when that many requests have come. */
    void awaitRequests(int count) throws InterruptedException {
        waiting.acquire(count);
    }

    void open() {
        open.countDown();
    }
}

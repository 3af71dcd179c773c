package io.accession.server.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Keeps a process alive until it is told to stop, then lets it end in order, though not for longer than half a minute. */
final class UntilStopped {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private UntilStopped() {}

    static void closing(AutoCloseable running, Runnable whenReady) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(running, stopped)));
        whenReady.run();
        stopped.await();
    }

    private static void stop(AutoCloseable running, CountDownLatch stopped) {
        var closing = Thread.ofPlatform().name("closing").daemon().start(() -> close(running));
        try {
            if (!closing.join(PATIENCE)) {
                Runtime.getRuntime().halt(1); // whatever is left is found again at the next start
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped.countDown();
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not be stopped in order", e);
        }
    }
}

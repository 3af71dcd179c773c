package io.accession.server.command;

import java.util.concurrent.CountDownLatch;

/** Keeps a process alive until it is told to stop, then lets it end in order. A second signal ends it at once. */
final class UntilStopped {

    private UntilStopped() {}

    static void closing(AutoCloseable running, Runnable whenReady) throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var stop = Thread.ofPlatform().name("stop").unstarted(() -> close(running, stopped));
        Runtime.getRuntime().addShutdownHook(stop);
        whenReady.run();
        stopped.await();
    }

    private static void close(AutoCloseable running, CountDownLatch stopped) {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not be stopped in order", e);
        } finally {
            stopped.countDown();
        }
    }
}

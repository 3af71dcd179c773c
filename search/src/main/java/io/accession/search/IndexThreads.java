package io.accession.search;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The threads that writing and searching divide their work among. */
final class IndexThreads implements AutoCloseable {

    private static final int MOST = 8;

    private final int count;
    private final ExecutorService executor;

    IndexThreads(String name, int count) {
        this.count = count;
        this.executor = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    }

    static int perProcessor() {
        return Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }

    int count() {
        return count;
    }

    ExecutorService executor() {
        return executor;
    }

    <T> Future<T> begin(Callable<T> work) {
        return executor.submit(work);
    }

    /** Does all of it, at the same moment as far as there are threads. Fails when one fails, after all have ended. */
    void all(List<Callable<Boolean>> work) throws IOException {
        try {
            for (var done : executor.invokeAll(work)) {
                outcome(done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static <T> T outcome(Future<T> done) throws IOException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

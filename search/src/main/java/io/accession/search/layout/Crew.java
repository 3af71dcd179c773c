package io.accession.search.layout;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Threads that share work on many numbered things, until the work is called off. */
public final class Crew implements AutoCloseable {

    /** So that none waits for long while another has still much to do. */
    private static final int PORTIONS_PER_THREAD = 4;

    private final int threads;
    private final BooleanSupplier isCalledOff;
    private final ExecutorService executor;

    public Crew(int threads, BooleanSupplier isCalledOff) {
        this.threads = threads;
        this.isCalledOff = isCalledOff;
        this.executor = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("map-", 0).daemon().factory());
    }

    /** Does those from {@code from} to before {@code to}. */
    @FunctionalInterface
    public interface Portion {
        void work(int from, int to) throws Exception;
    }

    /**
     * Does all things from 0 to before {@code size}, each once and in no order.
     *
     * @throws CancellationException when the work was called off
     */
    public void share(int size, Portion portion) {
        if (isCalledOff.getAsBoolean()) {
            throw new CancellationException();
        }
        int length = Math.max(1, Math.ceilDiv(size, threads * PORTIONS_PER_THREAD));
        var begun = IntStream.range(0, Math.ceilDiv(size, length))
                .<Future<?>>mapToObj(number -> executor.submit(() -> {
                    portion.work(number * length, Math.min(size, (number + 1) * length));
                    return null;
                }))
                .toList();
        begun.forEach(Crew::await);
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

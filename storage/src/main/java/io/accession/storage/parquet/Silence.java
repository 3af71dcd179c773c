package io.accession.storage.parquet;

import java.io.IOException;
import java.time.Duration;

/** Ends a process that is waited for in vain. */
final class Silence implements AutoCloseable {

    private final Process child;
    private final Duration longest;
    private final Thread watch;
    private volatile long since = Long.MAX_VALUE;

    Silence(Process child, Duration longest) {
        this.child = child;
        this.longest = longest;
        this.watch = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        try {
            while (!child.waitFor(Duration.ofSeconds(1))) {
                long begun = since;
                if (begun != Long.MAX_VALUE && System.nanoTime() - begun > longest.toNanos()) {
                    child.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    interface Waiting<T> {
        T await() throws IOException;
    }

    <T> T during(Waiting<T> waiting) throws IOException {
        since = System.nanoTime();
        try {
            return waiting.await();
        } finally {
            since = Long.MAX_VALUE;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}

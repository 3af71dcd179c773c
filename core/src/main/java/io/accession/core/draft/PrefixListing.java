package io.accession.core.draft;

import io.accession.core.object.KeyOrder;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lists a prefix by several threads and hands its objects over in the order of their keys. Whoever lists a range and finds that it goes on
 * leaves what lies behind the sub-prefix it is in to the next free thread; where that range ends and the next one begins is a matter of speed
 * only, since every key is in exactly one. What was listed ahead waits in files. Requests that may go better next time are repeated.
 */
public final class PrefixListing {

    private static final int THREADS = 16;
    private static final int MOST_RANGES = 1_000;
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final long TICK = 250;
    private static final int OBJECTS_PER_TICK = 256;

    /** The highest character that may be in a key: a private one. */
    private static final String HIGHEST = Character.toString(0x10FFFD);

    private final ObjectStore store;
    private final ObjectPrefix prefix;
    private final boolean flat;
    private final Path directory;

    private final List<KeyRange> ranges = new ArrayList<>();
    private final Semaphore idle = new Semaphore(THREADS);
    private final AtomicLong found = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** {@code flat} leaves out what lies in sub-directories of the prefix. */
    public PrefixListing(ObjectStore store, ObjectPrefix prefix, boolean flat, Path directory) {
        this.store = store;
        this.prefix = prefix;
        this.flat = flat;
        this.directory = directory;
    }

    /** Takes objects in the order of their keys. */
    @FunctionalInterface
    public interface ObjectSink {
        void accept(String key, long bytes) throws IOException;
    }

    /** Told several times a second how many objects were found so far, also while the storage keeps us waiting. */
    @FunctionalInterface
    public interface Ticks {
        void found(long objects) throws IOException;
    }

    /**
     * Lists to the end.
     *
     * @throws ObjectUnavailableException when the storage does not let us, or does not answer any more; what was handed over stands for nothing
     */
    public void forEach(ObjectSink sink, Ticks ticks)
            throws ObjectUnavailableException, IOException, InterruptedException {
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("listing-", 0).factory())) {
            try {
                start(new KeyRange("", null, directory), 0, threads);
                for (var range = first(); range.isPresent(); range = first()) {
                    await(range.get(), ticks);
                    range.get().forEach(ticking(sink, ticks));
                    remove(range.get());
                }
            } finally {
                threads.shutdownNow();
            }
        } finally {
            synchronized (ranges) {
                ranges.forEach(KeyRange::close);
            }
        }
    }

    private KeyRange.KeySink ticking(ObjectSink sink, Ticks ticks) {
        var handedOver = new AtomicLong();
        return (key, bytes) -> {
            sink.accept(key, bytes);
            if (handedOver.incrementAndGet() % OBJECTS_PER_TICK == 0) {
                ticks.found(found.get());
            }
        };
    }

    private Optional<KeyRange> first() {
        synchronized (ranges) {
            return ranges.stream().findFirst();
        }
    }

    private void remove(KeyRange range) {
        synchronized (ranges) {
            ranges.removeFirst();
        }
        range.close();
    }

    private void await(KeyRange range, Ticks ticks)
            throws ObjectUnavailableException, IOException, InterruptedException {
        boolean listed = false;
        while (!listed) {
            listed = range.await(TICK);
            var failed = failure.get();
            if (failed != null) {
                rethrow(failed);
            }
            ticks.found(found.get());
        }
    }

    private static void rethrow(Exception failed) throws ObjectUnavailableException, InterruptedException {
        switch (failed) {
            case ObjectUnavailableException unavailable -> throw unavailable;
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException unexpected -> throw unexpected;
            default -> throw new IllegalStateException(failed);
        }
    }

    private void start(KeyRange range, int place, ExecutorService threads) {
        idle.acquireUninterruptibly();
        synchronized (ranges) {
            ranges.add(place, range);
        }
        threads.execute(() -> listOrFail(range, threads));
    }

    private void listOrFail(KeyRange range, ExecutorService threads) {
        try {
            list(range, threads);
        } catch (ObjectUnavailableException | InterruptedException | RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            idle.release();
            range.end();
        }
    }

    private void list(KeyRange range, ExecutorService threads) throws ObjectUnavailableException, InterruptedException {
        while (true) {
            var page = page(range.after());
            for (var object : page.objects()) {
                if (!range.holds(object.key())) {
                    return;
                }
                if (!flat || below(object.key()).isEmpty()) {
                    range.add(object);
                    found.incrementAndGet();
                }
            }
            if (page.after() == null) {
                return;
            }
            goOn(range, page.after(), threads);
        }
    }

    private void goOn(KeyRange range, String last, ExecutorService threads) {
        if (flat) {
            range.goOnAfter(below(last).map(path -> path + HIGHEST).orElse(last));
            return;
        }
        range.goOnAfter(last);
        splitBehind(last, range, threads);
    }

    /** The sub-directory that a key is in, with its slash. */
    private Optional<String> below(String key) {
        int slash = key.indexOf('/', prefix.key().length());
        return slash < 0 ? Optional.empty() : Optional.of(key.substring(0, slash + 1));
    }

    private void splitBehind(String last, KeyRange range, ExecutorService threads) {
        for (int slash = last.indexOf('/', prefix.key().length()); slash >= 0; slash = last.indexOf('/', slash + 1)) {
            String end = last.substring(0, slash) + (char) ('/' + 1);
            String until = range.until();
            boolean within = until == null || KeyOrder.OF_KEYS.compare(end, until) < 0;
            if (within && mayStart()) {
                range.endAt(end);
                synchronized (ranges) {
                    var next = new KeyRange(end, until, directory);
                    ranges.add(ranges.indexOf(range) + 1, next);
                    threads.execute(() -> listOrFail(next, threads));
                }
                return;
            }
        }
    }

    /** Takes a free thread, if there is one. */
    private boolean mayStart() {
        synchronized (ranges) {
            return ranges.size() < MOST_RANGES && idle.tryAcquire();
        }
    }

    private ObjectPage page(String after) throws ObjectUnavailableException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.list(prefix.bucket(), prefix.key(), after);
            } catch (ObjectUnavailableException e) {
                if (attempt == ATTEMPTS || !e.failure().code().retryable()) {
                    throw e;
                }
                Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
            }
        }
    }
}

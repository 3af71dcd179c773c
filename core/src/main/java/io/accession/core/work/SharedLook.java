package io.accession.core.work;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets many threads look things up with few looks: one look runs at a time, and all who ask while it runs share the next. Every answer was looked
 * up after it was asked for, so nobody sees what is out of date. Nothing is kept.
 *
 * @param <K> what is looked for; compared with {@code equals}
 */
public final class SharedLook<K, V> {

    private final Function<Set<K>, Map<K, V>> look;
    private final ReentrantLock turn = new ReentrantLock();
    private final ReentrantLock joining = new ReentrantLock();
    private @Nullable Round<K, V> next;

    /** Those who share a look, and what it found. The first of them looks. */
    private record Round<K, V>(Set<K> keys, AtomicBoolean isLed, CompletableFuture<Map<K, V>> found) {
        Round() {
            this(new HashSet<>(), new AtomicBoolean(), new CompletableFuture<>());
        }
    }

    /** {@code look} finds what there is of a set of keys; it runs in one of the asking threads. */
    public SharedLook(Function<Set<K>, Map<K, V>> look) {
        this.look = look;
    }

    /** Fails as the look does, for all who share it. */
    public Optional<V> find(K key) {
        var round = join(key);
        if (round.isLed().compareAndSet(false, true)) {
            lead(round);
        }
        return Optional.ofNullable(found(round).get(key));
    }

    private Round<K, V> join(K key) {
        joining.lock();
        try {
            var round = next == null ? new Round<K, V>() : next;
            round.keys().add(key);
            next = round;
            return round;
        } finally {
            joining.unlock();
        }
    }

    private void lead(Round<K, V> round) {
        turn.lock();
        try {
            begin();
            round.found().complete(look.apply(round.keys()));
        } catch (RuntimeException | Error e) {
            round.found().completeExceptionally(e);
        } finally {
            turn.unlock();
        }
    }

    /** Whoever asks from now on is too late for this look. */
    private void begin() {
        joining.lock();
        try {
            next = null;
        } finally {
            joining.unlock();
        }
    }

    private Map<K, V> found(Round<K, V> round) {
        try {
            return round.found().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

package io.accession.core.draft;

import io.accession.core.object.KeyOrder;
import io.accession.core.object.ObjectPage;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keys after one and up to another, and the objects that were found there. Listed by one thread; read by another one once it is listed.
 */
final class KeyRange implements AutoCloseable {

    private final Spool spool;
    private final CountDownLatch listed = new CountDownLatch(1);
    private volatile String after;
    private volatile @Nullable String until;
    private long objects;

    /** {@code until} belongs to the range; null for no end. */
    KeyRange(String after, @Nullable String until, Path directory) {
        this.after = after;
        this.until = until;
        this.spool = new Spool(directory);
    }

    String after() {
        return after;
    }

    @Nullable
    String until() {
        return until;
    }

    /** Leaves what comes after {@code end} to another range. */
    void endAt(String end) {
        until = end;
    }

    boolean holds(String key) {
        return until == null || KeyOrder.OF_KEYS.compare(key, until) <= 0;
    }

    void add(ObjectPage.Listed object) {
        try {
            spool.out().writeUTF(object.key());
            spool.out().writeLong(object.stat().bytes());
            objects++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void goOnAfter(String key) {
        after = key;
    }

    void end() {
        listed.countDown();
    }

    /** Whether it is listed. */
    boolean await(long milliseconds) throws InterruptedException {
        return listed.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    @FunctionalInterface
    interface KeySink {
        void accept(String key, long bytes) throws IOException;
    }

    void forEach(KeySink sink) throws IOException {
        DataInputStream in = spool.in();
        for (long i = 0; i < objects; i++) {
            sink.accept(in.readUTF(), in.readLong());
        }
    }

    @Override
    public void close() {
        spool.close();
    }
}

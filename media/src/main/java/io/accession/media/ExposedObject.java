package io.accession.media;

import io.accession.core.domain.Failure;
import io.accession.core.media.ObjectView;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One object as the gateway gives it out, until it is closed. Lets one thread at a time use the view. */
final class ExposedObject implements AutoCloseable {

    private static final Duration LAST_READ = Duration.ofSeconds(2);

    private final ObjectView object;
    private final long bytes;
    private final String address;
    private final Runnable whenClosed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Thread, Socket> readers = new ConcurrentHashMap<>();
    private volatile @Nullable Failure failure;
    private volatile boolean closed;

    ExposedObject(ObjectView object, long bytes, String address, Runnable whenClosed) {
        this.object = object;
        this.bytes = bytes;
        this.address = address;
        this.whenClosed = whenClosed;
    }

    /** A secret as long as the exposure is open. */
    String address() {
        return address;
    }

    long bytes() {
        return bytes;
    }

    /** Why the storage did not give what the child asked for, if it did not. Nothing is read after that. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** The calling thread reads for this connection from now on: closing ends both. */
    void readFor(Socket socket) {
        readers.put(Thread.currentThread(), socket);
    }

    /** Like {@link ObjectView#read}; fails at once after the first failure and after closing. */
    byte[] read(long offset, int length) throws IOException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the exposure was closed");
        }
        try {
            if (closed || failure != null) {
                throw new IOException("the object is no longer given out");
            }
            return object.read(offset, length);
        } catch (ObjectUnavailableException e) {
            failure = e.failure();
            throw new IOException("the storage did not give the bytes", e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the connections, and waits a moment for a read that is under way: the view is the caller's again afterwards. */
    @Override
    public void close() {
        closed = true;
        whenClosed.run();
        readers.forEach((thread, socket) -> {
            thread.interrupt();
            closeQuietly(socket);
        });
        for (var thread : readers.keySet()) {
            try {
                thread.join(LAST_READ);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that cannot be closed is closed.
            return;
        }
    }
}

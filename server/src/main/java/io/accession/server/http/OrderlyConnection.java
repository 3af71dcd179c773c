package io.accession.server.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A connection that lingers: when a request was answered before its body had ended, what still comes is read and dropped within bounds.
 * Closing at once would reset the connection, and a client that is still sending would never see the answer.
 */
final class OrderlyConnection implements ServerConnection, InterruptableTask<Void> {

    private static final long LINGER_BYTES = 512L << 20;
    private static final Duration LINGER_TIME = Duration.ofSeconds(20);

    private final ServerConnection http1;
    private final HelidonSocket socket;
    private volatile boolean stopping;

    OrderlyConnection(ServerConnection http1, HelidonSocket socket) {
        this.http1 = http1;
        this.socket = socket;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            http1.handle(limit);
        } catch (UnreadBodyException e) {
            linger();
            throw e;
        }
        if (!stopping) {
            linger(); // the request was not even valid HTTP; its answer is written
        }
    }

    private void linger() {
        var deadline = Thread.ofVirtual().start(this::closeWhenTimeIsOver);
        try {
            long left = LINGER_BYTES;
            while (left > 0) {
                var bytes = socket.get();
                if (bytes == null) {
                    return;
                }
                left -= bytes.length;
            }
        } catch (UncheckedIOException e) {
            return; // the client is gone, or the time is over
        } finally {
            deadline.interrupt();
        }
    }

    private void closeWhenTimeIsOver() {
        try {
            Thread.sleep(LINGER_TIME);
            socket.close();
        } catch (InterruptedException e) {
            return; // the client has ended first
        } catch (UncheckedIOException e) {
            return; // closed already
        }
    }

    @Override
    public Duration idleTime() {
        return http1.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        stopping = true;
        http1.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
        return http1 instanceof InterruptableTask<?> task && task.canInterrupt();
    }
}

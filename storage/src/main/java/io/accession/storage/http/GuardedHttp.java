package io.accession.storage.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 client whose every connection is to an address that the guard admitted, for one storage integration. One attempt per
 * call, no redirects, no proxies, no cookies, no decompression. Connections are kept for a few seconds. Safe for use by many threads.
 */
public final class GuardedHttp implements AutoCloseable {

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(10);
    private static final int MOST_IDLE_PER_HOST = 16;

    private final Admission admission;
    private final HttpTimeouts timeouts;
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService watch;
    private final ScheduledFuture<?> sweep;

    /** Guarded by itself. */
    private final Map<String, ArrayDeque<Connection>> idle = new HashMap<>();

    private boolean closed;

    /** {@code watch} ends exchanges that take too long; it is shared and not closed. */
    public GuardedHttp(
            OutboundGuard guard,
            boolean allowPrivateNetwork,
            HttpTimeouts timeouts,
            SSLSocketFactory tls,
            ScheduledExecutorService watch) {
        this((host, port) -> guard.admit(host, port, allowPrivateNetwork), timeouts, tls, watch);
    }

    private GuardedHttp(
            Admission admission, HttpTimeouts timeouts, SSLSocketFactory tls, ScheduledExecutorService watch) {
        this.admission = admission;
        this.timeouts = timeouts;
        this.tls = tls;
        this.watch = watch;
        this.sweep = watch.scheduleWithFixedDelay(
                this::closeIdle, LONGEST_IDLE.toMillis(), LONGEST_IDLE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A client that goes past the guard, to the metadata service that a cloud keeps on its machines. Nothing a customer writes may decide
     * where it goes: only constants, and what the operator set in the environment.
     */
    public static GuardedHttp forTheServersOwnCredentials(SSLSocketFactory tls, ScheduledExecutorService watch) {
        return new GuardedHttp(
                (host, port) -> List.of(InetAddress.getAllByName(host)), HttpTimeouts.OF_METADATA, tls, watch);
    }

    /** Says which addresses a host may be connected to at, or refuses. */
    @FunctionalInterface
    private interface Admission {
        List<InetAddress> admit(String host, int port) throws IOException;
    }

    /** The caller closes the answer. */
    public HttpAnswer exchange(HttpRequest request) throws IOException {
        String origin = request.tls() + " " + request.hostHeader();
        // Bodies are streams that cannot be sent twice, so they go over fresh connections only.
        Connection kept = request.body() == null ? keptFor(origin) : null;
        if (kept != null) {
            try {
                return exchange(request, origin, kept);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                if (kept.answered()) {
                    throw e;
                }
                // The server had hung up meanwhile and has not seen the request: a fresh connection is still the first
                // attempt.
            }
        }
        var addresses = admission.admit(request.host(), request.connectPort());
        return exchange(request, origin, Connection.open(request, addresses, timeouts, tls));
    }

    @Override
    public void close() {
        sweep.cancel(false);
        synchronized (idle) {
            closed = true;
            idle.values().forEach(connections -> connections.forEach(Connection::close));
            idle.clear();
        }
    }

    private HttpAnswer exchange(HttpRequest request, String origin, Connection connection) throws IOException {
        connection.watch(watch, timeouts.totalFor(request));
        return connection.exchange(request, reusable -> keep(origin, reusable));
    }

    private @Nullable Connection keptFor(String origin) {
        synchronized (idle) {
            var connections = idle.get(origin);
            var newest = connections == null ? null : connections.pollLast();
            if (newest != null && newest.idle().compareTo(LONGEST_IDLE) > 0) {
                newest.close();
                return null;
            }
            return newest;
        }
    }

    private void keep(String origin, Connection connection) {
        synchronized (idle) {
            var connections = idle.computeIfAbsent(origin, any -> new ArrayDeque<>());
            if (closed || connections.size() >= MOST_IDLE_PER_HOST) {
                connection.close();
            } else {
                connections.addLast(connection);
            }
        }
    }

    private void closeIdle() {
        synchronized (idle) {
            idle.values()
                    .forEach(connections -> connections.removeIf(connection -> {
                        boolean old = connection.idle().compareTo(LONGEST_IDLE) > 0;
                        if (old) {
                            connection.close();
                        }
                        return old;
                    }));
            idle.values().removeIf(ArrayDeque::isEmpty);
        }
    }
}

package io.accession.storage.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** One socket to one checked address. For one exchange at a time. */
final class Connection {

    private final Socket wire;
    private final InputStream in;
    private final OutputStream out;
    private volatile boolean overdue;
    private boolean answered;
    private @Nullable ScheduledFuture<?> deadline;
    private long idleSince;

    /** {@code wire} is what lies below {@code socket}; closing it wakes everybody up at once, TLS or not. */
    private Connection(Socket wire, Socket socket) throws IOException {
        this.wire = wire;
        this.in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
        this.out = new BufferedOutputStream(socket.getOutputStream(), 16 << 10);
    }

    /** Tries the addresses in their order; each gets the whole time to connect, two at most are tried. */
    static Connection open(
            HttpRequest request, List<InetAddress> addresses, HttpTimeouts timeouts, SSLSocketFactory tls)
            throws IOException {
        IOException last = null;
        for (InetAddress address : addresses.subList(0, Math.min(2, addresses.size()))) {
            try {
                return open(request, address, timeouts, tls);
            } catch (java.net.ConnectException | java.net.NoRouteToHostException | SocketTimeoutException e) {
                last = e;
            }
        }
        throw last == null ? new IOException("The host has no address.") : last;
    }

    @SuppressWarnings("AddressSelection") // the guard chose the address
    private static Connection open(
            HttpRequest request, InetAddress address, HttpTimeouts timeouts, SSLSocketFactory tls) throws IOException {
        var plain = new Socket(java.net.Proxy.NO_PROXY);
        try {
            plain.setTcpNoDelay(true);
            plain.connect(new InetSocketAddress(address, request.connectPort()), (int)
                    timeouts.connect().toMillis());
            plain.setSoTimeout((int) timeouts.read().toMillis());
            return new Connection(plain, request.tls() ? secured(plain, request, tls) : plain);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket secured(Socket plain, HttpRequest request, SSLSocketFactory tls) throws IOException {
        String host = request.host().startsWith("[")
                ? request.host().substring(1, request.host().length() - 1)
                : request.host();
        var secure = (SSLSocket) tls.createSocket(plain, host, request.connectPort(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate has to be that of the name
        secure.setSSLParameters(parameters);
        return secure;
    }

    /** From now on until the answer is read to its end, the connection is closed when the time is over. */
    void watch(ScheduledExecutorService watch, Duration total) {
        answered = false;
        deadline = watch.schedule(
                () -> {
                    overdue = true;
                    close();
                },
                total.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** {@code whenReusable} is given the connection when the answer was read to its end and the server keeps it open. */
    HttpAnswer exchange(HttpRequest request, Consumer<Connection> whenReusable) throws IOException {
        IOException unsent = send(request);
        try {
            var head = AnswerHead.read(in, () -> answered = true);
            return head.answerTo(request, new AnswerBody.Source(in, this, whenReusable));
        } catch (IOException e) {
            close();
            throw explained(unsent == null ? e : unsent);
        }
    }

    /** Whether the server has sent anything since the last request. */
    boolean answered() {
        return answered;
    }

    boolean isOverdue() {
        return overdue;
    }

    IOException explained(IOException failure) {
        return overdue ? new SocketTimeoutException("The exchange took longer than it may.") : failure;
    }

    void endExchange() {
        if (deadline != null) {
            deadline.cancel(false);
        }
        idleSince = System.nanoTime();
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    void close() {
        if (deadline != null) {
            deadline.cancel(false);
        }
        try {
            wire.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    // A server may answer and hang up before it has read everything: the answer counts, so what went wrong is told only
    // if there is none.
    private @Nullable IOException send(HttpRequest request) {
        try {
            request.writeHead(out);
            if (request.body() != null) {
                request.body().writeTo(out);
            }
            out.flush();
            return null;
        } catch (BodyUnreadable e) {
            close();
            return e;
        } catch (IOException e) {
            return e;
        }
    }
}

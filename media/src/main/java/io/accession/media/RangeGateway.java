package io.accession.media;

import io.accession.core.media.ObjectView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A web server on the loopback interface through which a child process reads one object each. An address is valid as long as its exposure
 * is open and cannot be guessed. Credentials, address rules and budgets stay on this side: the child sees bytes and nothing else.
 */
final class RangeGateway implements AutoCloseable {

    private static final int TOKEN_BYTES = 24;
    /** Small, so that a child that jumps away has not made us read far ahead. */
    private static final int SEND_BUFFER = 64 * 1024;

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final ServerSocket server;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ExposedObject> exposed = new ConcurrentHashMap<>();

    RangeGateway() throws IOException {
        server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        Thread.ofVirtual().name("range-gateway").start(this::accept);
    }

    /** {@code bytes} is the object's whole size. The view must not be used elsewhere until the exposure is closed. */
    ExposedObject expose(ObjectView object, long bytes) {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        var path = "/" + HexFormat.of().formatHex(token);
        var exposure = new ExposedObject(object, bytes, "http://" + authority() + path, () -> exposed.remove(path));
        exposed.put(path, exposure);
        return exposure;
    }

    /** What a request's {@code Host} has to be: a web page in a browser on this machine would send another one. */
    String authority() {
        return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
    }

    Optional<ExposedObject> find(String path) {
        return Optional.ofNullable(exposed.get(path));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setSendBufferSize(SEND_BUFFER);
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().name("range-gateway-connection").start(() -> serve(socket));
            } catch (IOException e) {
                // The gateway was closed, which the loop's condition knows, or this process has no file descriptors
                // left.
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new GatewayConnection(this, socket).serve();
        } catch (IOException e) {
            // The child went away or was killed while we wrote: nobody is left to tell.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        exposed.values().forEach(ExposedObject::close);
    }
}

package io.accession.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A web server on plain sockets that misbehaves on purpose, path by path; see {@link Trouble}. Listens on the loopback address. What
 * it has no trouble for is answered with 404. One request per connection, unless a trouble says otherwise.
 */
public final class TroubledServer implements AutoCloseable {

    /** One request's head as it came. */
    public record Asked(String method, String target, Map<String, String> headers) {
        /** The header of that lower-cased name, or an empty text. */
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final ServerSocket socket;
    private final boolean tls;
    private final Thread acceptor;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Trouble rest = Trouble.status(404, "");
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    private TroubledServer(ServerSocketFactory factory, boolean tls) throws IOException {
        this.socket = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.tls = tls;
        this.acceptor = Thread.ofPlatform().daemon().name("troubled-server").start(this::accept);
    }

    public static TroubledServer start() {
        return start(ServerSocketFactory.getDefault(), false);
    }

    /** Speaks TLS with what the factory presents. */
    public static TroubledServer startSecure(ServerSocketFactory factory) {
        return start(factory, true);
    }

    private static TroubledServer start(ServerSocketFactory factory, boolean tls) {
        try {
            return new TroubledServer(factory, tls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code path} is compared with the request's target up to its query. Gives the URL that leads there. */
    public String answers(String path, Trouble trouble) {
        troubles.put(path, trouble);
        return origin() + path;
    }

    /** How everything is answered that has no answer of its own; with 404 at first. */
    public void answersTheRest(Trouble trouble) {
        rest = trouble;
    }

    public String origin() {
        return (tls ? "https" : "http") + "://127.0.0.1:" + port();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The requests so far, in the order they came. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Connections made so far, whether or not anything was asked over them. */
    public int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        try {
            socket.close();
            acceptor.join(); // until then the kernel may still take connections
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            boolean goesOn = true;
            while (goesOn) {
                var request = head(in);
                if (request == null) {
                    return;
                }
                asked.add(request);
                drain(in, request);
                int query = request.target().indexOf('?');
                String path = query < 0 ? request.target() : request.target().substring(0, query);
                goesOn = troubles.getOrDefault(path, rest).answer(request, connection);
            }
        } catch (IOException | InterruptedException e) {
            // The client went away, or the test is over.
        }
    }

    private static @org.jspecify.annotations.Nullable Asked head(InputStream in) throws IOException {
        String requestLine = line(in);
        if (requestLine.isEmpty()) {
            return null;
        }
        var headers = new ConcurrentHashMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        List<String> words = List.of(requestLine.split(" ", -1));
        return new Asked(words.get(0), words.get(1), headers);
    }

    private static void drain(InputStream in, Asked request) throws IOException {
        String length = request.header("content-length");
        if (!length.isEmpty()) {
            in.skipNBytes(Long.parseLong(length));
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    static void send(OutputStream out, String head, byte[] body) throws IOException {
        out.write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }
}

package io.accession.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer over a connection of its own (HTTP/1.1). The answer is awaited while the request's body goes out, because a server
 * refuses a manifest as soon as it has seen the fault. Why not the JDK's client: docs/decisions/0050-http-client.md.
 */
final class Exchange {

    private static final int CHUNK = 64 << 10;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final String method;
    private final URI address;
    private final String authorization;
    private final Socket socket;
    private volatile @Nullable IOException unreadable;

    private Exchange(String method, URI address, String authorization, Socket socket) {
        this.method = method;
        this.address = address;
        this.authorization = authorization;
        this.socket = socket;
    }

    /**
     * Without a body, two minutes of silence end the wait. With one there is no limit: manifests take their time.
     *
     * @param authorization lines of the head
     * @throws UncheckedIOException when the body itself cannot be read
     */
    static Answer send(String method, URI address, String authorization, String accept, @Nullable Manifest body)
            throws IOException {
        var socket = connect(address);
        try {
            var exchange = new Exchange(method, address, authorization, socket);
            return body == null ? exchange.ask(accept) : exchange.upload(accept, body);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket connect(URI address) throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        var target = new InetSocketAddress(address.getHost(), port);
        if (target.isUnresolved()) {
            throw new UnknownHostException(address.getHost());
        }
        var socket = new Socket();
        try {
            socket.connect(target, (int) CONNECT_TIMEOUT.toMillis());
            socket.setKeepAlive(true);
            socket.setTcpNoDelay(true);
            return secure ? secured(socket, address.getHost(), port) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket socket, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(socket, host, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return secured;
    }

    private Answer ask(String accept) throws IOException {
        socket.setSoTimeout((int) SILENCE.toMillis());
        var out = socket.getOutputStream();
        out.write(head(accept, "").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return answer();
    }

    private Answer upload(String accept, Manifest body) throws IOException {
        // Never interrupted: that would close the socket before the answer is read. Closing the answer ends it.
        Thread.ofVirtual().name("upload").start(() -> write(accept, body));
        try {
            return answer();
        } catch (IOException e) {
            var cause = unreadable;
            if (cause != null) {
                throw new UncheckedIOException(cause);
            }
            throw e;
        }
    }

    private Answer answer() throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        var head = AnswerHead.read(in);
        var body = new FilterInputStream(head.body(in)) {
            // Ends a read that waits, as closing the stream alone would not.
            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
        return new Answer(address, head.status(), head.header("content-type"), body);
    }

    private void write(String accept, Manifest body) {
        try (var opened = open(body)) {
            var out = new BufferedOutputStream(socket.getOutputStream(), CHUNK + 16);
            var headers = opened.headers() + "Transfer-Encoding: chunked\r\n";
            out.write(head(accept, headers).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            writeChunks(opened.bytes(), body, out);
        } catch (IOException e) {
            // A connection that broke shows when the answer is read.
        }
    }

    private String head(String accept, String more) {
        var path = address.getRawPath();
        var query = address.getRawQuery();
        return method + " " + path + (query == null ? "" : "?" + query) + " HTTP/1.1\r\n"
                + "Host: " + address.getRawAuthority() + "\r\n"
                + authorization
                + "Accept: " + accept + "\r\n"
                + more
                + "Connection: close\r\n\r\n";
    }

    private void writeChunks(InputStream in, Manifest body, OutputStream out) throws IOException {
        var chunk = new byte[CHUNK];
        long sent = 0;
        for (int size = read(in, chunk); size > 0; size = read(in, chunk)) {
            out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(chunk, 0, size);
            out.write('\r');
            out.write('\n');
            out.flush();
            sent += size;
            body.sent(sent);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private Body open(Manifest body) throws IOException {
        try {
            return body.open();
        } catch (IOException e) {
            throw breakOff(e);
        }
    }

    private int read(InputStream in, byte[] chunk) throws IOException {
        try {
            return in.read(chunk);
        } catch (IOException e) {
            throw breakOff(e);
        }
    }

    /** Without the end of the manifest the server keeps nothing. */
    private IOException breakOff(IOException failure) throws IOException {
        unreadable = failure;
        socket.close();
        return failure;
    }
}

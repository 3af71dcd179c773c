package io.accession.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One POST of a manifest over a connection of its own (HTTP/1.1, chunked). The answer is awaited while the manifest goes out: a server refuses
 * as soon as it has seen the fault, and the JDK's client at times loses such an answer behind the broken pipe.
 */
final class Upload implements AutoCloseable {

    private static final int CHUNK = 64 << 10;

    private final URI address;
    private final Socket socket;
    private volatile @Nullable IOException unreadable;

    private Upload(URI address, Socket socket) {
        this.address = address;
        this.socket = socket;
    }

    static Upload connect(URI address, Duration timeout) throws IOException {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : secure ? 443 : 80;
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address.getHost(), port), (int) timeout.toMillis());
            socket.setKeepAlive(true);
            return new Upload(address, secure ? secured(socket, address.getHost(), port) : socket);
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

    /**
     * The body of the answer ends when this upload is closed.
     *
     * @throws UncheckedIOException when the manifest itself cannot be read
     */
    Answer send(String token, Manifest manifest) throws IOException {
        var writer = Thread.ofVirtual().name("upload").start(() -> write(token, manifest));
        try {
            return new HttpAnswers(new BufferedInputStream(socket.getInputStream())).read(address);
        } catch (IOException e) {
            var cause = unreadable;
            if (cause != null) {
                throw new UncheckedIOException(cause);
            }
            throw e;
        } finally {
            writer.interrupt();
        }
    }

    private void write(String token, Manifest manifest) {
        try {
            var out = new BufferedOutputStream(socket.getOutputStream(), CHUNK + 16);
            out.write(head(token).getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            try (var in = open(manifest)) {
                writeChunks(in, manifest, out);
            }
        } catch (IOException e) {
            // A connection that broke shows when the answer is read.
        }
    }

    private String head(String token) {
        var path = address.getRawPath();
        var query = address.getRawQuery();
        return "POST " + path + (query == null ? "" : "?" + query) + " HTTP/1.1\r\n"
                + "Host: " + address.getRawAuthority() + "\r\n"
                + "Authorization: Bearer " + token + "\r\n"
                + "Accept: application/json\r\n"
                + "Content-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n";
    }

    private void writeChunks(InputStream in, Manifest manifest, OutputStream out) throws IOException {
        var chunk = new byte[CHUNK];
        long sent = 0;
        for (int size = read(in, chunk); size > 0; size = read(in, chunk)) {
            out.write((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(chunk, 0, size);
            out.write('\r');
            out.write('\n');
            out.flush();
            sent += size;
            manifest.sent(sent);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private InputStream open(Manifest manifest) throws IOException {
        try {
            return manifest.open();
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

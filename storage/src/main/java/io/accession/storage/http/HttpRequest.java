package io.accession.storage.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request, as it goes over the wire.
 *
 * @param host as in URLs: a name, an IPv4 address or an IPv6 address in brackets
 * @param port -1 for the scheme's own
 * @param target raw path and query, sent as it is
 * @param headers all but those that the client sets: Host, Content-Length, Connection, Expect
 */
public record HttpRequest(
        String method,
        boolean tls,
        String host,
        int port,
        String target,
        List<Header> headers,
        @Nullable Body body) {

    private static final Set<String> SET_BY_THE_CLIENT =
            Set.of("host", "content-length", "connection", "transfer-encoding", "expect");

    public record Header(String name, String value) {}

    /** Read once and not closed. */
    public record Body(InputStream bytes, long length) {

        void writeTo(OutputStream out) throws IOException {
            var buffer = new byte[16 << 10];
            long left = length;
            while (left > 0) {
                int read = readSome(buffer, left);
                out.write(buffer, 0, read);
                left -= read;
            }
        }

        private int readSome(byte[] buffer, long left) throws BodyUnreadable {
            try {
                int read = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new BodyUnreadable(
                            new EOFException("What was to be written ended " + left + " bytes early."));
                }
                return read;
            } catch (BodyUnreadable e) {
                throw e;
            } catch (IOException e) {
                throw new BodyUnreadable(e);
            }
        }
    }

    public HttpRequest {
        headers = List.copyOf(headers);
        requireOneLine(method);
        requireOneLine(target);
        requireOneLine(host);
        headers.forEach(header -> {
            requireOneLine(header.name());
            requireOneLine(header.value());
        });
    }

    void writeHead(OutputStream out) throws IOException {
        var head =
                new StringBuilder(512).append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        line(head, "Host", hostHeader());
        for (Header header : headers) {
            if (!SET_BY_THE_CLIENT.contains(header.name().toLowerCase(Locale.ROOT))) {
                line(head, header.name(), header.value());
            }
        }
        if (body != null) {
            line(head, "Content-Length", Long.toString(body.length()));
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    int connectPort() {
        if (port >= 0) {
            return port;
        }
        return tls ? 443 : 80;
    }

    String hostHeader() {
        return port < 0 ? host : host + ":" + port;
    }

    private static void requireOneLine(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("A line break cannot be sent in a request's head.");
        }
    }
}

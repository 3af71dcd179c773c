package io.accession.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One request, of which the head has been read and the body has not, and the socket to answer on. */
public final class Call {

    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final InputStream in;
    private final OutputStream out;
    private volatile String body = "";

    private Call(String method, String target, Map<String, String> headers, InputStream in, OutputStream out) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.in = in;
        this.out = out;
    }

    static Call read(InputStream in, OutputStream out) throws IOException {
        var request = line(in).split(" ", 3);
        if (request.length < 3) {
            throw new IOException("no request line");
        }
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Call(request[0], request[1], headers, in, out);
    }

    /** Method and path, without the query. */
    public String route() {
        return method + " " + target.split("\\?", 2)[0];
    }

    /** The raw query; empty without one. */
    public String query() {
        return target.contains("?") ? target.split("\\?", 2)[1] : "";
    }

    /** Empty for a header that did not come. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body of an answered request, as UTF-8. */
    public String body() {
        return body;
    }

    /** The socket's own streams, for scripts that know better than HTTP. */
    public InputStream in() {
        return in;
    }

    public OutputStream out() {
        return out;
    }

    /** Reads the request to its end and answers it. */
    public void answer(int status, String contentType, String text) throws IOException {
        body = readBody();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        head(status, contentType, "Content-Length: " + bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Writes the head of an answer, with one more header. */
    public void head(int status, String contentType, String header) throws IOException {
        out.write(("HTTP/1.1 " + status + " Scripted\r\nConnection: close\r\nContent-Type: " + contentType + "\r\n"
                        + header + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private String readBody() throws IOException {
        if (header("Transfer-Encoding").equals("chunked")) {
            return readChunks();
        }
        var length = header("Content-Length");
        return length.isEmpty() ? "" : new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
    }

    private String readChunks() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            bytes.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}

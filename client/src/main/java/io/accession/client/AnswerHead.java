package io.accession.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Status and headers of an answer of HTTP/1.1 on a connection that is closed after it; header names are in lower case. */
record AnswerHead(int status, Map<String, String> headers) {

    private static final int LONGEST_LINE = 64 << 10;

    AnswerHead {
        headers = Map.copyOf(headers);
    }

    /** Passes over interim answers. */
    static AnswerHead read(InputStream in) throws IOException {
        while (true) {
            var head = new AnswerHead(status(line(in)), headers(in));
            if (head.status() / 100 != 1) {
                return head;
            }
        }
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The body, from where the head has ended. */
    InputStream body(InputStream in) throws IOException {
        if (header("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked")) {
            return new AnswerBody.Chunked(in);
        }
        var length = header("content-length");
        return length.isEmpty() ? in : new AnswerBody(in, number(length, 10));
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            throw new IOException("no HTTP answer");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    static long number(String text, int radix) throws IOException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IOException("no HTTP answer: a length of '" + text + "'");
    }

    static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("it ended before it had answered");
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("no HTTP answer");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}

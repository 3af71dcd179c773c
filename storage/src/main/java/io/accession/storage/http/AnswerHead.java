package io.accession.storage.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The head of an HTTP/1.x answer (RFC 9112), read within bounds. */
record AnswerHead(boolean oldProtocol, int status, String reason, List<HttpRequest.Header> headers) {

    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_INTERIM_ANSWERS = 8;

    /** {@code firstByte} is run when the server has begun to answer. Interim answers (1xx) are skipped. */
    static AnswerHead read(InputStream in, Runnable firstByte) throws IOException {
        var lines = new LineReader(in, MOST_BYTES);
        for (int interim = 0; interim < MOST_INTERIM_ANSWERS; interim++) {
            String statusLine = lines.next();
            firstByte.run();
            var head = parse(statusLine, lines);
            if (head.status >= 200) {
                return head;
            }
        }
        throw new ProtocolException("The storage sent interim answers without end.");
    }

    HttpAnswer answerTo(HttpRequest request, AnswerBody.Source source) throws IOException {
        boolean none = request.method().equals("HEAD") || status == 204 || status == 304;
        boolean chunked = header("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked");
        boolean persistent = !oldProtocol && !header("connection").equalsIgnoreCase("close");
        long length = none ? 0 : contentLength();
        AnswerBody body;
        if (chunked && !none) {
            body = AnswerBody.chunked(source, persistent);
        } else if (length >= 0) {
            body = AnswerBody.ofLength(source, length, persistent);
        } else {
            body = AnswerBody.untilClosed(source);
        }
        return new HttpAnswer(status, reason, headers, body);
    }

    private static AnswerHead parse(String statusLine, LineReader lines) throws IOException {
        boolean sound = statusLine.matches("HTTP/1\\.[01] [1-9]\\d\\d( .*)?");
        if (!sound) {
            throw new ProtocolException("The storage does not answer in HTTP/1.1.");
        }
        var headers = new ArrayList<HttpRequest.Header>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("The storage sent a header without a name.");
            }
            headers.add(new HttpRequest.Header(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
        int status = Integer.parseInt(statusLine.substring(9, 12));
        String reason = statusLine.length() > 13 ? statusLine.substring(13) : "";
        return new AnswerHead(statusLine.startsWith("HTTP/1.0"), status, reason, headers);
    }

    /** -1 when not said. */
    private long contentLength() throws ProtocolException {
        long length = -1;
        for (var header : headers) {
            if (header.name().equalsIgnoreCase("content-length")) {
                long said = parsedLength(header.value());
                if (length >= 0 && said != length) {
                    throw new ProtocolException("The storage names two different lengths of its answer.");
                }
                length = said;
            }
        }
        return length;
    }

    private static long parsedLength(String value) throws ProtocolException {
        if (!value.matches("\\d{1,18}")) {
            throw new ProtocolException("The storage names a length of its answer that is not a number.");
        }
        return Long.parseLong(value);
    }

    private String header(String name) {
        for (var header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return header.value();
            }
        }
        return "";
    }

    /** Lines ended by CR LF or LF, with a bound on all of them together. */
    static final class LineReader {

        private final InputStream in;
        private int left;

        LineReader(InputStream in, int mostBytes) {
            this.in = in;
            this.left = mostBytes;
        }

        String next() throws IOException {
            var line = new java.io.ByteArrayOutputStream(80);
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new TruncatedAnswer("The storage hung up before it had answered.");
                }
                if (--left < 0) {
                    throw new ProtocolException("The head of the storage's answer is too long.");
                }
                line.write(b);
            }
            String text = line.toString(StandardCharsets.ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }
}

package io.accession.storage.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.function.Consumer;

/** The body of an answer: what its head promised and not a byte more. An early end is an error and not an end. */
final class AnswerBody extends InputStream {

    /** Where a body comes from, and who gets the connection when it can be used again. */
    record Source(InputStream in, Connection connection, Consumer<Connection> whenReusable) {}

    private static final int LONGEST_CHUNK_LINE = 4 << 10;

    private final Source source;
    private final boolean chunked;
    private final boolean endsWithConnection;
    private final boolean persistent;
    private long left;
    private boolean firstChunk = true;
    private boolean ended;

    private AnswerBody(Source source, boolean chunked, boolean endsWithConnection, boolean persistent, long left) {
        this.source = source;
        this.chunked = chunked;
        this.endsWithConnection = endsWithConnection;
        this.persistent = persistent;
        this.left = left;
    }

    static AnswerBody ofLength(Source source, long length, boolean persistent) throws IOException {
        var body = new AnswerBody(source, false, false, persistent, length);
        if (length == 0) {
            body.end();
        }
        return body;
    }

    static AnswerBody chunked(Source source, boolean persistent) {
        return new AnswerBody(source, true, false, persistent, 0);
    }

    static AnswerBody untilClosed(Source source) {
        return new AnswerBody(source, false, true, false, Long.MAX_VALUE);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        try {
            return readPromised(buffer, offset, length);
        } catch (IOException e) {
            close();
            throw source.connection().explained(e);
        }
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            source.connection().close();
        }
    }

    private int readPromised(byte[] buffer, int offset, int length) throws IOException {
        if (chunked && left == 0 && !nextChunk()) {
            end();
            return -1;
        }
        int read = source.in().read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            if (endsWithConnection && !source.connection().isOverdue()) {
                end();
                return -1;
            }
            throw new TruncatedAnswer("The storage ended its answer early.");
        }
        left -= read;
        if (left == 0 && !chunked) {
            end();
        }
        return read;
    }

    private boolean nextChunk() throws IOException {
        var lines = new AnswerHead.LineReader(source.in(), LONGEST_CHUNK_LINE);
        if (!firstChunk && !lines.next().isEmpty()) {
            throw new ProtocolException("A chunk of the storage's answer does not end where it should.");
        }
        firstChunk = false;
        String line = lines.next();
        int semicolon = line.indexOf(';');
        String size = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new ProtocolException("A chunk of the storage's answer has no length.");
        }
        left = Long.parseLong(size, 16);
        if (left > 0) {
            return true;
        }
        while (!lines.next().isEmpty()) {
            // trailers, which nobody here reads
        }
        return false;
    }

    private void end() throws IOException {
        ended = true;
        source.connection().endExchange();
        boolean unasked = source.in().available() > 0; // a server that sends more than it promised is not asked again
        if (persistent && !unasked) {
            source.whenReusable().accept(source.connection());
        } else {
            source.connection().close();
        }
    }
}

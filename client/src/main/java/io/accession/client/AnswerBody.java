package io.accession.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** So many bytes of a connection. An end that comes too early is an error, so that half a report never passes for a whole one. */
class AnswerBody extends InputStream {

    private final InputStream in;
    private long left;

    AnswerBody(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    /** Whether there is more to come after what was announced last. */
    boolean moreComes() throws IOException {
        return false;
    }

    final void announce(long length) {
        left = length;
    }

    @Override
    public final int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !moreComes()) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(left, length));
        if (read < 0) {
            throw new EOFException("it ended in the middle of an answer");
        }
        left -= read;
        return read;
    }

    @Override
    public final void close() throws IOException {
        in.close();
    }

    /** A body in chunks (RFC 9112, section 7.1). */
    static final class Chunked extends AnswerBody {

        private final InputStream in;
        private boolean begun;
        private boolean ended;

        Chunked(InputStream in) {
            super(in, 0);
            this.in = in;
        }

        @Override
        boolean moreComes() throws IOException {
            if (ended) {
                return false;
            }
            if (begun) {
                AnswerHead.line(in);
            }
            begun = true;
            long size = AnswerHead.number(AnswerHead.line(in).split(";", 2)[0].strip(), 16);
            announce(size);
            ended = size == 0;
            return !ended;
        }
    }
}

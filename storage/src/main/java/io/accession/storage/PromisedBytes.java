package io.accession.storage;

import io.accession.storage.http.BodyUnreadable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails when it ends before its promised length, and whose failures can be told from the storage's. */
final class PromisedBytes extends FilterInputStream {

    private long left;

    PromisedBytes(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = readSome(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new BodyUnreadable(new EOFException("What was to be written ended " + left + " bytes early."));
        }
        left -= read;
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int readSome(byte[] buffer, int offset, int length) throws BodyUnreadable {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw new BodyUnreadable(e);
        }
    }
}

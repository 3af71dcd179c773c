package io.accession.core.draft;

import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The whole of an object as a stream, read in blocks; a block that did not come is asked for again. */
public final class StoredBytes extends InputStream {

    private static final int BLOCK = 4 << 20;
    private static final int ATTEMPTS = 4;

    private final ObjectStore store;
    private final ObjectLocation object;
    private ByteArrayInputStream block;
    private long offset;
    private boolean ended;

    /** Reads the first block. */
    public StoredBytes(ObjectStore store, ObjectLocation object) throws ObjectUnavailableException {
        this.store = store;
        this.object = object;
        this.block = next();
    }

    private ByteArrayInputStream next() throws ObjectUnavailableException {
        for (int attempt = 1; ; attempt++) {
            try {
                byte[] bytes = store.read(object, offset, BLOCK).bytes();
                offset += bytes.length;
                ended = bytes.length == 0;
                return new ByteArrayInputStream(bytes);
            } catch (ObjectUnavailableException e) {
                if (attempt == ATTEMPTS || !e.failure().code().retryable()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            while (block.available() == 0 && !ended) {
                block = next();
            }
        } catch (ObjectUnavailableException e) {
            throw new IOException(e.failure().message(), e);
        }
        return length == 0 ? 0 : block.read(buffer, from, length);
    }
}

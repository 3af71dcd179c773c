package io.accession.core.media;

import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectUnavailableException;

/**
 * Random access to the bytes of one object, within a budget of requests and bytes. Blocks that were read are kept, so that reading
 * a place twice asks the storage once. For one thread.
 */
public interface ObjectView {

    /** Size, ETag and content type; known without a request of its own once anything was read. */
    ObjectStat stat() throws ObjectUnavailableException;

    /**
     * The bytes from {@code offset} on: at least one unless the object has ended, at most {@code length}. May give fewer than asked for
     * where a block ends.
     *
     * @throws ObjectUnavailableException also with {@code OBJECT_TOO_LARGE} when the budget is spent, and {@code OBJECT_CHANGED} when the ETag is
     *     another than before
     */
    byte[] read(long offset, int length) throws ObjectUnavailableException;

    /** The last part of the object's name, for what its bytes leave open; empty when nobody knows. */
    default String name() {
        return "";
    }

    /** Requests made so far. */
    int requests();

    /** Bytes asked for and received so far. */
    long bytesRead();
}

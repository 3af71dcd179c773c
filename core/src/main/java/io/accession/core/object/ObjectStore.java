package io.accession.core.object;

import io.accession.core.domain.FailureCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/**
 * The objects that one storage integration reaches. Every call is one attempt: retrying is the caller's business, and whether it
 * makes sense is told by the failure's code. Safe for use by many threads. Every implementation passes {@code ObjectStoreContract}.
 */
public interface ObjectStore extends AutoCloseable {

    ObjectStat stat(ObjectLocation object) throws ObjectUnavailableException;

    /**
     * Reads at most {@code length} bytes from {@code offset} on in one request, and never more, whatever the server sends.
     * Reading at or past the end gives no bytes. The stat's size is that of the whole object.
     */
    ObjectBytes read(ObjectLocation object, long offset, int length) throws ObjectUnavailableException;

    /** At most 1,000 objects whose keys start with the prefix, in key order, after the given key (empty: from the start). */
    ObjectPage list(String bucket, String prefix, String after) throws ObjectUnavailableException;

    /** Writes an object of known length, replacing what is there. */
    ObjectStat write(ObjectLocation object, InputStream bytes, long length, String contentType)
            throws ObjectUnavailableException, IOException;

    /** Deleting what is not there succeeds. */
    void delete(ObjectLocation object) throws ObjectUnavailableException;

    /** A URL that anybody can fetch the object with until the time is over. Asks nobody. */
    URI sign(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException;

    /**
     * A URL at which anybody can put the object until the time is over, whatever its content type. Asks nobody. Only stores that speak the
     * protocol of S3 can sign one; for others it is {@code OBJECT_FORBIDDEN}.
     */
    default URI signUpload(ObjectLocation object, Duration lifetime) throws ObjectUnavailableException {
        throw new ObjectUnavailableException(
                FailureCode.OBJECT_FORBIDDEN, "This storage has no URLs that files can be uploaded to.");
    }

    @Override
    void close();
}

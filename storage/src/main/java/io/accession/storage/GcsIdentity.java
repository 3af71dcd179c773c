package io.accession.storage;

import io.accession.core.object.ObjectUnavailableException;

/** Whom a store acts for: whose tokens open it, and whose signature its URLs bear. Safe for use by many threads. */
interface GcsIdentity {

    AccessToken token() throws ObjectUnavailableException;

    /** The service account that signs. */
    String email() throws ObjectUnavailableException;

    /** RSA with SHA-256. */
    byte[] sign(byte[] text) throws ObjectUnavailableException;
}

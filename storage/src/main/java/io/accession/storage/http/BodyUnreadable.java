package io.accession.storage.http;

import java.io.IOException;

/** What was to be sent could not be read: our side failed, not the storage. */
public final class BodyUnreadable extends IOException {

    public BodyUnreadable(IOException cause) {
        super(cause.getMessage(), cause);
    }
}

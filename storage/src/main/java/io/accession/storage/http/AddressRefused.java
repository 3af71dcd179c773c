package io.accession.storage.http;

import java.io.IOException;

/** The guard does not let a request out. Trying again cannot help. */
public final class AddressRefused extends IOException {

    private final String reason;

    AddressRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** A sentence that may be shown. */
    public String reason() {
        return reason;
    }
}

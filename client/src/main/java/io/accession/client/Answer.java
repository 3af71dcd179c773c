package io.accession.client;

import java.io.InputStream;
import java.net.URI;

/** What came back, its body not yet read. Closing the body ends the connection. */
record Answer(URI address, int status, String mediaType, InputStream body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }
}

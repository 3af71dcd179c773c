package io.accession.server.http;

import io.helidon.webserver.CloseConnectionException;

/** The request was answered before its body had ended; what still comes must not be taken for another request. */
final class UnreadBodyException extends CloseConnectionException {

    UnreadBodyException() {
        super("answered before the body had ended");
    }
}

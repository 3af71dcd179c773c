package io.accession.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The server did not answer: it does not run, its address is wrong, or the connection broke. */
public final class ServerUnreachableException extends AccessionException {

    ServerUnreachableException(URI server, String reason, @Nullable Throwable cause) {
        super("The server at " + server + " cannot be reached: " + reason, cause);
    }
}

package io.accession.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Something answered, but not as an Accession server does: mostly another service, or a proxy on the way. */
public final class UnexpectedAnswerException extends AccessionException {

    UnexpectedAnswerException(URI address, String reason, @Nullable Throwable cause) {
        super("The answer from " + address + " is not one of an Accession server: " + reason, cause);
    }
}

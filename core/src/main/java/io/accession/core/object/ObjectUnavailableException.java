package io.accession.core.object;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;

/** A storage did not give what was asked for. The failure says who has to act; it never names a credential or a signed URL. */
public final class ObjectUnavailableException extends Exception {

    private final transient Failure failure;

    public ObjectUnavailableException(FailureCode code, String message) {
        this(code, message, null);
    }

    public ObjectUnavailableException(
            FailureCode code, String message, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.failure = new Failure(code, message);
    }

    public Failure failure() {
        return failure;
    }
}

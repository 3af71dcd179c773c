package io.accession.media;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;

/** The bytes of an object are not what they should be. Never leaves this package: it becomes a {@code ProbeResult.Unreadable}. */
final class BadMediaException extends Exception {

    private final transient Failure failure;

    BadMediaException(FailureCode code, String message) {
        super(message, null, false, false);
        this.failure = new Failure(code, message);
    }

    static BadMediaException damaged(String message) {
        return new BadMediaException(FailureCode.OBJECT_DAMAGED, message);
    }

    Failure failure() {
        return failure;
    }
}

package io.accession.core.object;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;

/** Ends the reading of a URL. Never leaves this package; has no stack trace, because a manifest may hold a million of them. */
final class UnusableUrl extends RuntimeException {

    private final transient Failure failure;

    private UnusableUrl(Failure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    static UnusableUrl invalid(String message) {
        return new UnusableUrl(new Failure(FailureCode.URL_INVALID, message));
    }

    static UnusableUrl outside(String message) {
        return new UnusableUrl(new Failure(FailureCode.URL_OUTSIDE_INTEGRATION, message));
    }

    Failure failure() {
        return failure;
    }
}

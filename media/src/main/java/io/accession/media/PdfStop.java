package io.accession.media;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectUnavailableException;

/** Leaves the PDF library at once. Unchecked, because the library goes on after checked exceptions where it can. */
final class PdfStop extends RuntimeException {

    private final transient Exception reason;

    PdfStop(BadMediaException reason) {
        this((Exception) reason);
    }

    PdfStop(ObjectUnavailableException reason) {
        this((Exception) reason);
    }

    private PdfStop(Exception reason) {
        super(reason.getMessage(), null, false, false);
        this.reason = reason;
    }

    static PdfStop tooLarge(String message) {
        return new PdfStop(new BadMediaException(FailureCode.OBJECT_TOO_LARGE, message));
    }

    static PdfStop encrypted() {
        return new PdfStop(new BadMediaException(
                FailureCode.OBJECT_ENCRYPTED,
                "The PDF is encrypted and opens with a password or a certificate only; supply pdfMetadata"));
    }

    /** Throws what it was about. */
    BadMediaException unwrapped() throws ObjectUnavailableException {
        if (reason instanceof ObjectUnavailableException unavailable) {
            throw unavailable;
        }
        return (BadMediaException) reason;
    }
}

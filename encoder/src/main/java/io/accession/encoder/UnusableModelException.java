package io.accession.encoder;

/** A model or a tokenizer is not one that this program can use. The message is a sentence that says why. */
final class UnusableModelException extends Exception {

    private static final long serialVersionUID = 1;

    UnusableModelException(String message) {
        super(message);
    }

    UnusableModelException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.accession.cli;

/** The command cannot be carried out as it was given. The message says what to change. */
public final class UsageException extends RuntimeException {

    public UsageException(String message) {
        super(message);
    }
}

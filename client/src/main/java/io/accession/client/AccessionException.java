package io.accession.client;

import org.jspecify.annotations.Nullable;

/** A call did not do what was asked for. The message is meant for people. */
public abstract sealed class AccessionException extends RuntimeException
        permits RequestRefusedException, ServerUnreachableException, UnexpectedAnswerException {

    AccessionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.accession.api.numpy;

import java.io.IOException;

/** The bytes are no {@code .npy} file, or one of a kind that is not read here. The message is a sentence that says what to do. */
public final class NpyFormatException extends IOException {

    public NpyFormatException(String message) {
        super(message);
    }
}

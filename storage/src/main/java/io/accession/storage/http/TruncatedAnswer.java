package io.accession.storage.http;

import java.io.EOFException;

/** The connection ended before the answer did. */
public final class TruncatedAnswer extends EOFException {

    TruncatedAnswer(String message) {
        super(message);
    }
}

package io.accession.catalog;

import org.jspecify.annotations.Nullable;

/** There is no database to work with. The message is for the operator: what is wrong, and what mends it. */
public final class DatabaseUnavailableException extends RuntimeException {

    public DatabaseUnavailableException(String message) {
        this(message, null);
    }

    public DatabaseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

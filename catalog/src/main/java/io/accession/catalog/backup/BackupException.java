package io.accession.catalog.backup;

import org.jspecify.annotations.Nullable;

/** A backup could not be made or brought back. Nothing has changed; the message tells the operator why. */
public final class BackupException extends RuntimeException {

    public BackupException(String message) {
        this(message, null);
    }

    public BackupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

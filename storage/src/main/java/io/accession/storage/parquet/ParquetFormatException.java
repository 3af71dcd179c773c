package io.accession.storage.parquet;

import java.io.IOException;

/** A file is none that can be read. Its message says why, as a clause to follow a colon. */
public final class ParquetFormatException extends IOException {

    private static final long serialVersionUID = 1;

    ParquetFormatException(String message) {
        super(message);
    }

    ParquetFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}

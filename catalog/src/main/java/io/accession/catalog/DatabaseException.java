package io.accession.catalog;

import java.sql.SQLException;

/** The database failed or could not be reached; the request or the work may be repeated. */
public final class DatabaseException extends RuntimeException {

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}

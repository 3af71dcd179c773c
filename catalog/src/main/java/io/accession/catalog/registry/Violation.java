package io.accession.catalog.registry;

import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Which wall of the schema a statement ran into. */
enum Violation {
    UNIQUE("23505"),
    FOREIGN_KEY("23503");

    private final String sqlState;

    Violation(String sqlState) {
        this.sqlState = sqlState;
    }

    static Optional<Violation> of(UnableToExecuteStatementException exception) {
        if (exception.getCause() instanceof SQLException cause) {
            for (var violation : values()) {
                if (violation.sqlState.equals(cause.getSQLState())) {
                    return Optional.of(violation);
                }
            }
        }
        return Optional.empty();
    }
}

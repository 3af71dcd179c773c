package io.accession.catalog.registry;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Client metadata on its way into {@code jsonb}, which cannot hold all that JSON can say. */
final class Metadata {

    private static final String STACK_DEPTH = "54001";

    private Metadata() {}

    /** What to throw instead: the request is wrong where the database could not hold its values. */
    static RuntimeException explained(UnableToExecuteStatementException failure) {
        if (!(failure.getCause() instanceof SQLException cause) || !isDataError(cause.getSQLState())) {
            return failure;
        }
        var message = cause.getSQLState().equals(STACK_DEPTH)
                ? "The metadata is nested too deeply to be merged. Send it whole, with the mode replace."
                : "The values hold something that PostgreSQL cannot store, such as \\u0000 or a number of too many"
                        + " digits. Remove it.";
        return new RegistryException(new RegistryError.Invalid(message), failure);
    }

    /** Data exceptions, and limits of the program. */
    private static boolean isDataError(String sqlState) {
        return sqlState.startsWith("22") || sqlState.startsWith("54");
    }
}

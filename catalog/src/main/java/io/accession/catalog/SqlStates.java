package io.accession.catalog;

import io.accession.core.catalogue.IdentityTakenException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** What the five characters of an SQLSTATE mean to us (PostgreSQL manual, appendix A). */
final class SqlStates {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";

    private SqlStates() {}

    /** The data cannot be held: data exception, integrity violation other than a taken identity, or a limit of the program. */
    static boolean isDataError(SQLException e) {
        var state = state(e);
        return !state.equals(UNIQUE_VIOLATION)
                && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    /** The transaction is lost to a concurrent one; repeating it helps. */
    static boolean isLostRace(SQLException e) {
        var state = state(e);
        return state.equals(UNIQUE_VIOLATION) || state.equals(SERIALIZATION_FAILURE) || state.equals(DEADLOCK);
    }

    static RuntimeException translate(SQLException e) {
        return isLostRace(e) ? new IdentityTakenException(e) : new DatabaseException(e);
    }

    /** What the driver said, below an exception of Jdbi's. */
    static Optional<SQLException> cause(JdbiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    private static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }
}

package io.accession.catalog;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;

/** Finds out whether a database is there, lets us in and is new enough, and says in plain words when not. */
final class FirstContact {

    private static final int OLDEST_VERSION = 15;
    private static final int CONNECT_SECONDS = 10;
    private static final int POLL_MILLIS = 250;

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_ALLOWED = "28000";
    private static final String NO_SUCH_DATABASE = "3D000";

    // Cannot connect, connection lost or refused, too many connections, starting up or shutting down.
    private static final Set<String> MAY_PASS =
            Set.of("08000", "08001", "08004", "08006", "53300", "57P01", "57P02", "57P03");

    private final DatabaseAddress address;

    FirstContact(DatabaseAddress address) {
        this.address = address;
    }

    /** Tries again within {@code patience}, and only where trying again can help. */
    void check(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (var connection = connect()) {
                checkVersion(connection);
                return;
            } catch (SQLException failed) {
                if (!mayPass(failed) || System.nanoTime() > deadline) {
                    throw new DatabaseUnavailableException(explain(failed), failed);
                }
            }
            pause();
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("ApplicationName", "accession");
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }

    private void checkVersion(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new DatabaseUnavailableException("The database " + address + " is PostgreSQL " + version
                    + "; Accession needs PostgreSQL " + OLDEST_VERSION + " or newer.");
        }
    }

    private static boolean mayPass(SQLException failed) {
        return failed.getSQLState() != null && MAY_PASS.contains(failed.getSQLState());
    }

    private String explain(SQLException failed) {
        var state = String.valueOf(failed.getSQLState());
        return switch (state) {
            case WRONG_PASSWORD -> "The database " + address + " refuses the password.";
            case NOT_ALLOWED -> "The database " + address + " does not let this user in: " + failed.getMessage();
            case NO_SUCH_DATABASE ->
                "There is no such database: " + address + ". Create it first (CREATE DATABASE … OWNER " + address.user()
                        + ").";
            default -> "The database " + address + " cannot be reached: " + failed.getMessage();
        };
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while waiting for the database", interrupted);
        }
    }
}

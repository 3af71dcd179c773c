package io.accession.catalog;

import java.time.Duration;

/**
 * How a process uses the database.
 *
 * @param connections the most connections that are open at a time
 * @param statementTimeout the longest that one statement may take, so that a wrong plan fails instead of hanging
 * @param lockTimeout the longest that a statement waits for a lock
 * @param longestWait how long a request may wait until it is let at the database
 * @param patience how long to go on trying when the database cannot be reached at first; zero fails at once
 * @param applicationName what the database's operator sees in {@code pg_stat_activity}
 */
public record DatabaseSettings(
        int connections,
        Duration statementTimeout,
        Duration lockTimeout,
        Duration longestWait,
        Duration patience,
        String applicationName) {

    public DatabaseSettings {
        if (connections < 1) {
            throw new IllegalArgumentException("A process needs at least one connection to its database");
        }
    }

    public static DatabaseSettings standard(int connections) {
        return new DatabaseSettings(
                connections,
                Duration.ofMinutes(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                Duration.ZERO,
                "accession");
    }

    public DatabaseSettings withPatience(Duration longer) {
        return new DatabaseSettings(connections, statementTimeout, lockTimeout, longestWait, longer, applicationName);
    }

    public DatabaseSettings withLongestWait(Duration wait) {
        return new DatabaseSettings(connections, statementTimeout, lockTimeout, wait, patience, applicationName);
    }

    /** Requests leave a quarter of the connections to background work. */
    public int placesForRequests() {
        return Math.max(1, connections - connections / 4);
    }

    public DatabaseSettings withApplicationName(String name) {
        return new DatabaseSettings(connections, statementTimeout, lockTimeout, longestWait, patience, name);
    }
}

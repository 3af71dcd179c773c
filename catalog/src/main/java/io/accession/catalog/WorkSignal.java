package io.accession.catalog;

import io.accession.core.work.Bell;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings a bell whenever any process says that there may be work ({@code LISTEN}). Holds one connection; one that breaks is
 * replaced, and until then the bell's own poll is the net.
 */
public final class WorkSignal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkSignal.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource database;
    private final Bell bell;
    private final Thread thread;
    private volatile boolean closed;

    public WorkSignal(DataSource database, Bell bell) {
        this.database = database;
        this.bell = bell;
        this.thread = Thread.ofPlatform().name("work-signal").daemon().start(this::listen);
    }

    private void listen() {
        while (!closed) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                LOG.debug("waiting for work signals was interrupted: {}", e.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + Wakeup.CHANNEL);
        }
        var postgres = connection.unwrap(PGConnection.class);
        try {
            while (!closed) {
                if (postgres.getNotifications(Math.toIntExact(PATIENCE.toMillis())).length > 0) {
                    bell.ring();
                }
            }
        } finally {
            unlisten(connection);
        }
    }

    private void unlisten(Connection connection) throws SQLException {
        if (closed) {
            return; // the pool closes next, and may have closed this connection already
        }
        try (var statement = connection.createStatement()) {
            statement.execute("UNLISTEN *");
        }
    }

    private void pause() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}

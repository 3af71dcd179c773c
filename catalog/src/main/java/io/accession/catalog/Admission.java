package io.accession.catalog;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a bounded number of threads use the database at a time, in the order in which they came. Whoever has waited too long fails with
 * {@code Unavailable}: better a clear answer than one that comes when nobody waits for it any more.
 */
final class Admission implements ConnectionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final DataSource pool;
    private final int size;
    private final Semaphore places;
    private final Duration patience;

    Admission(DataSource pool, int places, Duration patience) {
        this.pool = pool;
        this.size = places;
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    @Override
    public Connection openConnection() throws SQLException {
        enter();
        boolean opened = false;
        try {
            var connection = pool.getConnection();
            opened = true;
            return connection;
        } catch (SQLTransientConnectionException e) {
            LOG.warn("the database could not be reached: {}", e.getMessage());
            throw new RegistryException(
                    new RegistryError.Unavailable(
                            "The server cannot reach its database at the moment. Try again later."),
                    e);
        } finally {
            if (!opened) {
                places.release();
            }
        }
    }

    private void enter() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryException(
                    new RegistryError.Unavailable("The server is stopping. Try again when it is back."), e);
        }
        throw new RegistryException(new RegistryError.Unavailable(
                "The server has more to do than it can do at the moment. Try again later."));
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            places.release();
        }
    }

    /** Threads that use the database now. */
    int inside() {
        return size - places.availablePermits();
    }

    /** Threads that want to use the database and have to wait. */
    int waiting() {
        return places.getQueueLength();
    }
}

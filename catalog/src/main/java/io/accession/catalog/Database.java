package io.accession.catalog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * A migrated database and a pool of connections to it. Connections that broke, because PostgreSQL was restarted or the
 * network failed, are replaced when they are next asked for. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {

    private final HikariDataSource pool;
    private final Admission admission;
    private final Jdbi jdbi;
    private final Jdbi background;

    private Database(HikariDataSource pool, Admission admission) {
        this.pool = pool;
        this.admission = admission;
        this.jdbi = discreet(Jdbi.create(admission));
        this.background = discreet(Jdbi.create(pool));
    }

    /** A statement's arguments are customers' data: they do not belong into messages and logs. */
    private static Jdbi discreet(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    /**
     * Connects and brings the schema up to date; any number of processes may do so at the same moment.
     *
     * @throws DatabaseUnavailableException if the database is not there, does not let us in, or does not fit this program
     */
    public static Database open(DatabaseAddress address, DatabaseSettings settings) {
        new FirstContact(address).check(settings.patience());
        new Schema(address).migrate();
        return connect(address, settings);
    }

    /** Connects to a database whose tables are known to be up to date. */
    public static Database connect(DatabaseAddress address, DatabaseSettings settings) {
        var pool = pool(address, settings);
        return new Database(pool, new Admission(pool, settings.placesForRequests(), settings.longestWait()));
    }

    /**
     * For what answers requests: some connections are left to others, and who would wait for one longer than {@link
     * DatabaseSettings#longestWait} fails with {@code Unavailable}.
     */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** For work that goes on whatever the number of requests. */
    public Jdbi background() {
        return background;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** How the connections are used, {@code requests} of the active ones by requests; {@code waiting} are threads that want one. */
    public record Pool(int active, int idle, int requests, int waiting) {}

    public Pool pool() {
        var state = pool.getHikariPoolMXBean();
        return new Pool(
                state.getActiveConnections(),
                state.getIdleConnections(),
                admission.inside(),
                state.getThreadsAwaitingConnection() + admission.waiting());
    }

    /** Whether the database answers now. May wait as long as a connection is waited for. */
    public boolean answers() {
        try {
            return background.withHandle(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource pool(DatabaseAddress address, DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("accession");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(Math.min(2, settings.connections()));
        config.addDataSourceProperty("ApplicationName", settings.applicationName());
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("options", sessionOptions(settings));
        return new HikariDataSource(config);
    }

    private static String sessionOptions(DatabaseSettings settings) {
        return "-c statement_timeout=" + settings.statementTimeout().toMillis()
                + " -c lock_timeout=" + settings.lockTimeout().toMillis()
                + " -c timezone=UTC";
    }
}

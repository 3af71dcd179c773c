package io.accession.catalog.embedded;

import io.accession.catalog.DatabaseAddress;

/**
 * A PostgreSQL server that takes connections. Closing it stops the server if we own it, within about a minute, and does
 * nothing to a server that we only joined. A server whose owner is killed runs on; the next owner takes it over.
 */
public final class RunningPostgres implements AutoCloseable {

    private final DatabaseAddress address;
    private final long pid;
    private final Runnable stop;

    RunningPostgres(DatabaseAddress address, long pid, Runnable stop) {
        this.address = address;
        this.pid = pid;
        this.stop = stop;
    }

    /** The application's database and its role, which owns the database and is no superuser. */
    public DatabaseAddress address() {
        return address;
    }

    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    public String user() {
        return address.user();
    }

    public String password() {
        return address.password();
    }

    public long pid() {
        return pid;
    }

    @Override
    public void close() {
        stop.run();
    }
}

package io.accession.catalog;

import org.jdbi.v3.core.Handle;

/** Tells the workers of all processes, when the transaction commits, that there may be something to do. */
final class Wakeup {

    static final String CHANNEL = "accession_work";

    private Wakeup() {}

    static void send(Handle handle) {
        handle.execute("SELECT pg_notify('" + CHANNEL + "', '')");
    }
}

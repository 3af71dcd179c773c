package io.accession.server;

import io.accession.server.configuration.ServerConfiguration;
import java.util.Set;

/** Background work in a process of its own. Any number of them share one database. */
public final class AccessionWorker implements AutoCloseable {

    private final OpenDatabase database;
    private final Wiring wiring;
    private final Rooms.BackgroundWork background;

    private AccessionWorker(OpenDatabase database, Wiring wiring, Rooms.BackgroundWork background) {
        this.database = database;
        this.wiring = wiring;
        this.background = background;
    }

    /** Joins the database of a running server, or the operator's. */
    public static AccessionWorker start(ServerConfiguration configuration) {
        Logging.configure(configuration.logLevel(), false);
        var database = OpenDatabase.asGuest(configuration);
        try {
            Set<Integer> ownPorts = database.port().map(Set::of).orElse(Set.of());
            var wiring = new Wiring(
                    configuration, database.database(), SealedSecrets.withKeyIn(configuration), () -> ownPorts);
            return new AccessionWorker(database, wiring, wiring.startBackgroundWork());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void close() {
        background.close();
        wiring.close();
        database.close();
    }
}

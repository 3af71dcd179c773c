package io.accession.server;

import io.accession.catalog.DatabaseAddress;
import io.accession.catalog.DatabaseUnavailableException;
import io.accession.catalog.embedded.EmbeddedPostgres;
import io.accession.catalog.embedded.PostgresSettings;
import io.accession.catalog.embedded.RunningPostgres;
import io.accession.server.configuration.LogLevel;
import io.accession.server.configuration.ServerConfiguration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The catalogue's database for work beside a server: the operator's, the one that a server runs, or one started for as long as this is open. */
public final class LocatedDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final @Nullable RunningPostgres embedded;

    private LocatedDatabase(DatabaseAddress address, @Nullable RunningPostgres embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    public static LocatedDatabase of(ServerConfiguration configuration) {
        Logging.configure(LogLevel.WARN, false);
        return configuration
                .database()
                .external()
                .map(address -> new LocatedDatabase(address, null))
                .orElseGet(() -> embedded(configuration));
    }

    private static LocatedDatabase embedded(ServerConfiguration configuration) {
        var postgres = new EmbeddedPostgres(configuration.data(), PostgresSettings.standard());
        var running = joined(postgres);
        return new LocatedDatabase(running.address(), running);
    }

    private static RunningPostgres joined(EmbeddedPostgres postgres) {
        try {
            return postgres.join(Duration.ZERO);
        } catch (DatabaseUnavailableException e) {
            return postgres.start(); // no server runs on this data directory
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}

package io.accession.server;

import io.accession.catalog.Database;
import io.accession.catalog.DatabaseAddress;
import io.accession.catalog.DatabaseSettings;
import io.accession.catalog.embedded.EmbeddedPostgres;
import io.accession.catalog.embedded.PostgresSettings;
import io.accession.catalog.embedded.RunningPostgres;
import io.accession.server.configuration.ServerConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogue's database, and the embedded server under it where there is one. Closes in the right order. */
final class OpenDatabase implements AutoCloseable {

    /** A database of the operator's may start at the same moment as we do. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final @Nullable RunningPostgres embedded;
    private final Database database;

    private OpenDatabase(@Nullable RunningPostgres embedded, Database database) {
        this.embedded = embedded;
        this.database = database;
    }

    /** As the process that starts and stops the embedded server. */
    static OpenDatabase asOwner(ServerConfiguration configuration) {
        return open(configuration, true);
    }

    /** As one of several processes on the database of another. */
    static OpenDatabase asGuest(ServerConfiguration configuration) {
        return open(configuration, false);
    }

    private static OpenDatabase open(ServerConfiguration configuration, boolean isOwner) {
        var external = configuration.database().external();
        if (external.isPresent()) {
            return new OpenDatabase(null, open(external.get(), configuration));
        }
        var postgres = new EmbeddedPostgres(configuration.data(), PostgresSettings.standard());
        var running = isOwner ? postgres.start() : postgres.join(PATIENCE);
        try {
            return new OpenDatabase(running, open(running.address(), configuration));
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private static Database open(DatabaseAddress address, ServerConfiguration configuration) {
        return Database.open(
                address,
                DatabaseSettings.standard(configuration.database().connections())
                        .withPatience(PATIENCE));
    }

    /** The embedded server's port, which no object URL may lead to. */
    Optional<Integer> port() {
        return Optional.ofNullable(embedded)
                .map(running -> URI.create(running.jdbcUrl().substring("jdbc:".length()))
                        .getPort());
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}

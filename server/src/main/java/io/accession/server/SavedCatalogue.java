package io.accession.server;

import io.accession.catalog.DatabaseAddress;
import io.accession.catalog.DatabaseUnavailableException;
import io.accession.catalog.backup.Backup;
import io.accession.catalog.backup.BackupContents;
import io.accession.catalog.backup.Restore;
import io.accession.catalog.embedded.EmbeddedPostgres;
import io.accession.catalog.embedded.PostgresSettings;
import io.accession.catalog.embedded.RunningPostgres;
import io.accession.server.configuration.LogLevel;
import io.accession.server.configuration.ServerConfiguration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Takes a configuration's catalogue to a file and back, whether or not a server runs on it. */
public final class SavedCatalogue {

    private final ServerConfiguration configuration;

    public SavedCatalogue(ServerConfiguration configuration) {
        this.configuration = configuration;
        Logging.configure(LogLevel.WARN, false);
    }

    /**
     * Joins the embedded server that runs on the data directory; starts it for the time where none does.
     *
     * @throws io.accession.catalog.backup.BackupException if the file exists or cannot be written, or there is nothing to save
     * @throws DatabaseUnavailableException if the database is not there
     */
    public BackupContents writeTo(Path file) {
        var external = configuration.database().external();
        if (external.isPresent()) {
            return save(external.get(), file);
        }
        try (var running = joinedOrStarted()) {
            return save(running.address(), file);
        }
    }

    private static BackupContents save(DatabaseAddress address, Path file) {
        return new Backup(address, Clock.systemUTC()).writeTo(file);
    }

    private RunningPostgres joinedOrStarted() {
        var postgres = embedded();
        if (!postgres.exists()) {
            throw new DatabaseUnavailableException(
                    "There is no catalogue in " + configuration.data() + "; name its data directory with --data.");
        }
        try {
            return postgres.join(Duration.ZERO);
        } catch (DatabaseUnavailableException nobodyRunsIt) {
            return postgres.start();
        }
    }

    /**
     * Needs the embedded database for itself; a database of the operator's has to be left alone by whoever uses it.
     *
     * @throws io.accession.catalog.backup.BackupException if the file is damaged, or the database is not empty
     * @throws DatabaseUnavailableException if a server owns the data directory, or the database is not there
     */
    public BackupContents readFrom(Path file, boolean replace) {
        var external = configuration.database().external();
        if (external.isPresent()) {
            return new Restore(external.get()).readFrom(file, replace);
        }
        PrivateFile.makeDirectory(configuration.data());
        try (var running = embedded().start()) {
            return new Restore(running.address()).readFrom(file, replace);
        }
    }

    private EmbeddedPostgres embedded() {
        return new EmbeddedPostgres(configuration.data(), PostgresSettings.standard());
    }
}

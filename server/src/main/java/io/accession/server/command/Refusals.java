package io.accession.server.command;

import io.accession.catalog.DatabaseUnavailableException;
import io.accession.catalog.backup.BackupException;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import io.accession.server.configuration.ConfigurationException;
import java.util.function.IntSupplier;

/** Ends a command in words where the configuration, the database or a backup is not what it has to be. */
final class Refusals {

    private Refusals() {}

    static int orDone(Surroundings surroundings, IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (ConfigurationException | DatabaseUnavailableException | BackupException e) {
            surroundings.error().println("accession: " + e.getMessage());
            return ExitCodes.REFUSED;
        }
    }
}

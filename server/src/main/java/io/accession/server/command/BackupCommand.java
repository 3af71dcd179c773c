package io.accession.server.command;

import io.accession.catalog.DatabaseUnavailableException;
import io.accession.catalog.backup.Backup;
import io.accession.catalog.backup.BackupException;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import io.accession.server.LocatedDatabase;
import io.accession.server.configuration.ConfigurationException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Save the whole catalogue in one file, also while the server runs. */
@Command(name = "backup", description = "Save the whole catalogue in one file, also while the server runs.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "The file; credentials in it are of no use without the key file of the server.")
    private @Nullable Path given;

    @Mixin
    private final DataOptions options = new DataOptions();

    private final Surroundings surroundings;

    BackupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var file = Objects.requireNonNull(given, "the parameter is required");
        try (var database = LocatedDatabase.of(options.configuration(surroundings.environment(), List.of()))) {
            var contents = new Backup(database.address(), Clock.systemUTC()).writeTo(file);
            surroundings
                    .out()
                    .println(contents.rows() + " rows of " + contents.tables().size() + " tables saved in " + file);
            return ExitCodes.DONE;
        } catch (ConfigurationException | DatabaseUnavailableException | BackupException e) {
            surroundings.error().println("accession: " + e.getMessage());
            return ExitCodes.REFUSED;
        }
    }
}

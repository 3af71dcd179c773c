package io.accession.server.command;

import io.accession.catalog.DatabaseUnavailableException;
import io.accession.catalog.backup.BackupException;
import io.accession.catalog.backup.Restore;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import io.accession.server.LocatedDatabase;
import io.accession.server.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bring a saved catalogue back. Stop the server first. */
@Command(name = "restore", description = "Bring a saved catalogue back. Stop the server first.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "The file; credentials in it are of no use without the key file of the server.")
    private @Nullable Path given;

    @Option(names = "--replace", description = "Throw away what the catalogue holds now.")
    private boolean replace;

    @Mixin
    private final DataOptions options = new DataOptions();

    private final Surroundings surroundings;

    RestoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var file = Objects.requireNonNull(given, "the parameter is required");
        try (var database = LocatedDatabase.of(options.configuration(surroundings.environment(), List.of()))) {
            var contents = new Restore(database.address()).readFrom(file, replace);
            surroundings
                    .out()
                    .println(contents.rows() + " rows of " + contents.tables().size() + " tables brought back from "
                            + file);
            return ExitCodes.DONE;
        } catch (ConfigurationException | DatabaseUnavailableException | BackupException e) {
            surroundings.error().println("accession: " + e.getMessage());
            return ExitCodes.REFUSED;
        }
    }
}

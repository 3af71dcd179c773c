package io.accession.server.command;

import io.accession.cli.ExitCodes;
import io.accession.cli.Printer;
import io.accession.cli.Surroundings;
import io.accession.server.SavedCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a saved catalogue back into a database that nobody uses. */
@Command(name = "restore", description = "Bring back what 'accession backup' saved, while no server runs.")
final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private final DataOptions options = new DataOptions();

    @Parameters(paramLabel = "FILE", description = "A file that 'accession backup' made.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Throw away the catalogue that is there.")
    private boolean replace;

    @Option(names = "--json", description = "Print JSON for machines.")
    private boolean json;

    private final Surroundings surroundings;

    RestoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Refusals.orDone(surroundings, () -> {
            var configuration = options.configuration(surroundings.environment(), List.of());
            if (!Files.isReadable(file)) { // before a database is made for it
                surroundings.error().println("accession: " + file + " is not there, or may not be read.");
                return ExitCodes.REFUSED;
            }
            var contents = new SavedCatalogue(configuration).readFrom(file, replace);
            new Printer(surroundings.out(), json)
                    .print(
                            BackupText.summary(file, contents),
                            () -> BackupText.restored(file, contents, configuration));
            return ExitCodes.DONE;
        });
    }
}

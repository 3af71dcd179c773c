package io.accession.server.command;

import io.accession.cli.ExitCodes;
import io.accession.cli.Printer;
import io.accession.cli.Surroundings;
import io.accession.server.SavedCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves the catalogue while others work on it. */
@Command(name = "backup", description = "Save the whole catalogue in a new file, also while a server runs.")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private final DataOptions options = new DataOptions();

    @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print JSON for machines.")
    private boolean json;

    private final Surroundings surroundings;

    BackupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Refusals.orDone(surroundings, () -> {
            var configuration = options.configuration(surroundings.environment(), List.of());
            var contents = new SavedCatalogue(configuration).writeTo(file);
            new Printer(surroundings.out(), json)
                    .print(BackupText.summary(file, contents), () -> BackupText.saved(file, contents, configuration));
            return ExitCodes.DONE;
        });
    }
}

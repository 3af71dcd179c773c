package io.accession.server.command;

import io.accession.catalog.DatabaseUnavailableException;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import io.accession.server.AccessionWorker;
import io.accession.server.configuration.ConfigurationException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does background work for a server that another process runs. */
@Command(name = "worker", description = "Do background work only; any number of workers share one database.")
final class WorkerCommand implements Callable<Integer> {

    @Mixin
    private final DataOptions options = new DataOptions();

    private final Surroundings surroundings;

    WorkerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            var worker = AccessionWorker.start(options.configuration(surroundings.environment(), List.of()));
            UntilStopped.closing(worker, () -> surroundings.out().println("Accession's worker is at work"));
            return ExitCodes.DONE;
        } catch (ConfigurationException | DatabaseUnavailableException e) {
            surroundings.error().println("accession: " + e.getMessage());
            return ExitCodes.REFUSED;
        }
    }
}

package io.accession.server.command;

import io.accession.catalog.DatabaseUnavailableException;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import io.accession.server.AccessionServer;
import io.accession.server.configuration.ConfigurationException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the server until it is told to stop. */
@Command(name = "serve", description = "Run the server: catalogue, REST interface and background work.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private final ServeOptions options = new ServeOptions();

    private final Surroundings surroundings;

    ServeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            var server = AccessionServer.start(options.configuration(surroundings.environment()));
            UntilStopped.closing(server, () -> tell(server));
            return ExitCodes.DONE;
        } catch (ConfigurationException | DatabaseUnavailableException e) {
            surroundings.error().println("accession: " + e.getMessage());
            return ExitCodes.REFUSED;
        } catch (UncheckedIOException e) {
            surroundings.error().println("accession: " + e.getMessage() + " (" + e.getCause() + ")");
            return ExitCodes.REFUSED;
        }
    }

    private void tell(AccessionServer server) {
        var out = surroundings.out();
        out.println("Accession answers at " + server.address());
        server.welcomePage().ifPresent(page -> {
            out.println("There is no administrator yet. Whoever opens this link within 60 minutes becomes the first:");
            out.println("  " + page);
        });
    }
}

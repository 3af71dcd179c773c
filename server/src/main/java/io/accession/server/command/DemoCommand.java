package io.accession.server.command;

import io.accession.catalog.DatabaseUnavailableException;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import io.accession.client.AccessionException;
import io.accession.server.configuration.ConfigurationException;
import io.accession.server.demo.Demo;
import io.accession.server.demo.DemoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows a newcomer what Accession does, on the sample files. */
@Command(name = "demo", description = "Register the sample files in a server of its own, and show what comes of it.")
final class DemoCommand implements Callable<Integer> {

    /** Told by the launcher, which lies beside the samples. */
    private static final String HOME = "accession.home";

    @Option(names = "--once", description = "End when everything was shown: with 0 if all of it came true, else 1.")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; any free one otherwise.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep the data in this directory; otherwise in a temporary one that is removed at the end.")
    private @Nullable Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Tell about this command.")
    @SuppressWarnings("unused") // picocli asks for it
    private boolean help;

    private final Surroundings surroundings;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var samples = Path.of(System.getProperty(HOME, "")).resolve("samples");
        if (!Files.exists(samples.resolve("manifest.json"))) {
            return refuse("The samples are missing: there is no " + samples.toAbsolutePath() + "/manifest.json.");
        }
        try (var server = data == null ? DemoServer.inTemporaryDirectory() : DemoServer.in(data)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return show(server, samples);
        }
    }

    private int show(DemoServer server, Path samples) throws IOException, InterruptedException {
        try {
            var demo = new Demo(server, samples, surroundings.out(), surroundings.columns());
            var broken = demo.show(port);
            if (!once) {
                demo.sayHowToGoOn();
                server.awaitClose();
            }
            return broken.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILURES;
        } catch (ConfigurationException | DatabaseUnavailableException e) {
            return refuse(e.getMessage());
        } catch (UncheckedIOException e) {
            return refuse(e.getMessage() + " (" + e.getCause() + ")");
        } catch (AccessionException e) {
            if (server.isClosed()) {
                return ExitCodes.DONE; // told to stop in the middle of it
            }
            throw e;
        }
    }

    private int refuse(@Nullable String message) {
        surroundings.error().println("accession: " + message);
        return ExitCodes.REFUSED;
    }
}

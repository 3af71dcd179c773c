package io.accession.cli;

import io.accession.client.AccessionClient;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command of a client has. */
public final class ClientOptions {

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Address of the server (ACCESSION_URL). Otherwise the one of the data directory is taken.")
    private @Nullable String server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "API token (ACCESSION_TOKEN). On the machine of the server it is found in the data directory.")
    private @Nullable String token;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the server on this machine (ACCESSION_DATA); otherwise"
                    + " ~/.local/share/accession.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Print JSON for machines.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Tell about this command.")
    @SuppressWarnings("unused") // picocli asks for it
    private boolean help;

    private final Surroundings surroundings;

    public ClientOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public boolean json() {
        return json;
    }

    public Printer printer() {
        return new Printer(surroundings.out(), json);
    }

    public AccessionClient connect() {
        var found = ServerAddress.find(server, token, data, surroundings);
        return connect(found.server(), found.token());
    }

    /** For requests that need no token. */
    AccessionClient connectAnonymously() {
        return connect(ServerAddress.findServer(server, data, surroundings), "");
    }

    private static AccessionClient connect(URI address, String token) {
        try {
            return AccessionClient.connect(address, token);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".");
        }
    }
}

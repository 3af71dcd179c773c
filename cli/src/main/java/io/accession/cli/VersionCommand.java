package io.accession.cli;

import io.accession.client.AccessionException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "version", description = "Tell the version of this program, and of the server if it answers.")
final class VersionCommand implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    VersionCommand(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var versions = new LinkedHashMap<String, @Nullable String>();
        versions.put("client", ownVersion());
        versions.put("server", serverVersion());
        options.printer()
                .print(
                        versions,
                        () -> "accession " + versions.get("client")
                                + (versions.get("server") == null ? "" : "\nserver " + versions.get("server")));
        return ExitCodes.DONE;
    }

    private @Nullable String serverVersion() {
        try {
            return options.connectAnonymously().version().version();
        } catch (AccessionException e) {
            return null; // the version of this program is what was asked for first
        }
    }

    /** That of the jar; classes outside a jar have none. */
    private static String ownVersion() {
        var version = VersionCommand.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}

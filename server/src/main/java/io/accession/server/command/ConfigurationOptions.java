package io.accession.server.command;

import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration is: the options of every command that goes by it. */
final class ConfigurationOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file; otherwise accession.toml in the data directory, if it is there.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory (ACCESSION_DATA); otherwise ~/.local/share/accession.")
    private @Nullable String data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Tell about this command.")
    @SuppressWarnings("unused") // picocli asks for it
    private boolean help;

    /** The configuration with these options and {@code more}. */
    ServerConfiguration configuration(Map<String, String> environment, List<FlagValue> more) {
        var flags = new ArrayList<>(more);
        add(flags, "data", "--data", data);
        return ServerConfiguration.read(config, environment, flags);
    }

    static void add(List<FlagValue> flags, String key, String flag, @Nullable String value) {
        if (value != null) {
            flags.add(new FlagValue(key, flag, value));
        }
    }
}

package io.accession.server.command;

import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the data is: the options of every command that opens the catalogue. */
final class DataOptions {

    @Mixin
    private final ConfigurationOptions configuration = new ConfigurationOptions();

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description =
                    "A PostgreSQL of yours, such as jdbc:postgresql://db.example.org/accession; otherwise the embedded one.")
    private @Nullable String databaseUrl;

    @Option(names = "--database-user", paramLabel = "USER", description = "Its user.")
    private @Nullable String databaseUser;

    @Option(names = "--database-password-file", paramLabel = "FILE", description = "A file with the password alone.")
    private @Nullable String databasePasswordFile;

    /** The configuration with these options and {@code more}. */
    ServerConfiguration configuration(Map<String, String> environment, List<FlagValue> more) {
        var flags = new ArrayList<>(more);
        ConfigurationOptions.add(flags, "database.url", "--database-url", databaseUrl);
        ConfigurationOptions.add(flags, "database.user", "--database-user", databaseUser);
        ConfigurationOptions.add(flags, "database.password-file", "--database-password-file", databasePasswordFile);
        return configuration.configuration(environment, flags);
    }
}

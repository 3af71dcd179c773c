package io.accession.server.command;

import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a server. */
final class ServeOptions {

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on; 127.0.0.1 otherwise.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 7171 otherwise, 0 for any free one.")
    private @Nullable String port;

    @Option(names = "--public-url", paramLabel = "URL", description = "Where people find the server, if not there.")
    private @Nullable String publicUrl;

    @Option(
            names = "--local-root",
            paramLabel = "DIR",
            split = ",",
            description = "A directory inside which local integrations may lie; may be repeated.")
    private @Nullable List<String> localRoots;

    ServerConfiguration configuration(Map<String, String> environment) {
        var flags = new ArrayList<FlagValue>();
        ConfigurationOptions.add(flags, "http.host", "--host", host);
        ConfigurationOptions.add(flags, "http.port", "--port", port);
        ConfigurationOptions.add(flags, "http.public-url", "--public-url", publicUrl);
        ConfigurationOptions.add(
                flags, "storage.local-roots", "--local-root", localRoots == null ? null : String.join(",", localRoots));
        return data.configuration(environment, flags);
    }
}

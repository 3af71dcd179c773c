package io.accession.cli;

import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a storage integration of every kind can be given, and the way it is added. */
final class IntegrationOptions {

    @Mixin
    private final ClientOptions options;

    @Option(names = "--title", paramLabel = "T", required = true, description = "What to call it.")
    private String title = "";

    @Option(names = "--strict-client-only", description = "Never read an object; manifests bring all media metadata.")
    private boolean strictClientOnly;

    @Option(names = "--allow-private-network", description = "Reach addresses of private networks too.")
    private boolean allowPrivateNetwork;

    @Option(
            names = "--signed-url-lifetime",
            paramLabel = "TIME",
            description = "How long signed URLs live, such as 15m, 12h or 7d; an hour when not given.")
    private @Nullable String signedUrlLifetime;

    IntegrationOptions(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    int add(NewIntegrationSettings settings) {
        var client = options.connect();
        var integration = client.integrations()
                .add(new NewIntegration(title, settings, strictClientOnly, allowPrivateNetwork, lifetime()));
        options.printer().print(integration, () -> IntegrationText.of(integration));
        return ExitCodes.DONE;
    }

    private @Nullable Integer lifetime() {
        return signedUrlLifetime == null
                ? null
                : Math.toIntExact(Durations.parse(signedUrlLifetime).toSeconds());
    }
}

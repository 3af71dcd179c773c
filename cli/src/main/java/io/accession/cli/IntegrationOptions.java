package io.accession.cli;

import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
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

    IntegrationOptions(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    int add(NewIntegrationSettings settings) {
        var client = options.connect();
        var integration = client.integrations()
                .add(new NewIntegration(title, settings, strictClientOnly, allowPrivateNetwork, null));
        options.printer().print(integration, () -> IntegrationText.of(integration));
        return ExitCodes.DONE;
    }
}

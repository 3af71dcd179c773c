package io.accession.cli;

import io.accession.api.NewIntegrationSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "local", description = "A directory on the machine of the server.")
final class IntegrationAddLocal implements Callable<Integer> {

    @Mixin
    private final IntegrationOptions options;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            required = true,
            description = "The directory, inside one of those that the operator allows.")
    private String root = "";

    IntegrationAddLocal(Surroundings surroundings) {
        this.options = new IntegrationOptions(surroundings);
    }

    @Override
    public Integer call() {
        return options.add(new NewIntegrationSettings.Local(root));
    }
}

package io.accession.cli;

import io.accession.api.NewIntegrationSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "direct", description = "Any http or https URL that can be fetched without credentials.")
final class IntegrationAddDirect implements Callable<Integer> {

    @Mixin
    private final IntegrationOptions options;

    IntegrationAddDirect(Surroundings surroundings) {
        this.options = new IntegrationOptions(surroundings);
    }

    @Override
    public Integer call() {
        return options.add(new NewIntegrationSettings.Direct());
    }
}

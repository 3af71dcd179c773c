package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show a storage integration, but never its secrets.")
final class IntegrationShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "T", description = "Id or title of the storage integration.")
    private String title = "";

    IntegrationShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var integration = client.integrations().read(new Names(client).integration(title));
        options.printer().print(integration, () -> IntegrationText.of(integration));
        return ExitCodes.DONE;
    }
}

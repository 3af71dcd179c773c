package io.accession.cli;

import io.accession.api.Integration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List storage integrations.")
final class IntegrationList implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    IntegrationList(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var table = Table.<Integration>empty()
                .text("ID", Integration::id)
                .text("TITLE", Integration::title)
                .text("KIND", IntegrationText::kind)
                .text("REACHES", IntegrationText::reach);
        options.printer()
                .printAll(client.integrations().list(null).stream(), table, "There are no storage integrations yet.");
        return ExitCodes.DONE;
    }
}

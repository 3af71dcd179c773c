package io.accession.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove a storage integration and its secrets.")
final class IntegrationRemove implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "T", description = "Id or title of the storage integration.")
    private String title = "";

    IntegrationRemove(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).integration(title);
        client.integrations().remove(id);
        options.printer().print(Map.of("removed", id), () -> "Storage integration '" + title + "' is removed.");
        return ExitCodes.DONE;
    }
}

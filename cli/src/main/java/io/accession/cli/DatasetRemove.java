package io.accession.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove a dataset. Its items stay, and so does a mirrored folder.")
final class DatasetRemove implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "D", description = "Id or title of the dataset.")
    private String name = "";

    DatasetRemove(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).dataset(name);
        client.datasets().remove(id);
        options.printer().print(Map.of("removed", id), () -> "Dataset '" + name + "' is removed.");
        return ExitCodes.DONE;
    }
}

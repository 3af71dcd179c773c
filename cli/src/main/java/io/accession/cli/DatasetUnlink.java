package io.accession.cli;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "unlink",
        description = "Take rows out of a dataset. Items stay; those of a mirrored folder are deleted with their rows.")
final class DatasetUnlink implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(index = "0", paramLabel = "D", description = "Id or title of the dataset.")
    private String name = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "R",
            description = "Ids of rows, as 'dataset rows' shows them.")
    private List<UUID> rows = List.of();

    DatasetUnlink(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        client.datasets().removeRows(new Names(client).dataset(name), rows);
        options.printer().print(Map.of("removed", rows), () -> "Rows taken out: " + rows.size() + ".");
        return ExitCodes.DONE;
    }
}

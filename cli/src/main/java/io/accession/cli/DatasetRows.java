package io.accession.cli;

import io.accession.api.DataRow;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "rows", description = "List the rows of a dataset.")
final class DatasetRows implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "D", description = "Id or title of the dataset.")
    private String name = "";

    DatasetRows(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var table = Table.<DataRow>empty()
                .text("ROW", DataRow::id)
                .text("ITEM", row -> row.item().id())
                .text("KIND", row -> row.item().kind())
                .text("TITLE", row -> row.item().title());
        var rows = client.datasets().rows(new Names(client).dataset(name));
        options.printer().printAll(rows.stream(), table, "The dataset has no rows.");
        return ExitCodes.DONE;
    }
}

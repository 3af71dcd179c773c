package io.accession.cli;

import io.accession.api.NewDataset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a dataset.")
final class DatasetCreate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "TITLE", description = "Its title, which need not be unique.")
    private String title = "";

    @Option(names = "--description", paramLabel = "T", description = "What it is for.")
    private @Nullable String description;

    @Option(
            names = "--mirror",
            description = "Together with a folder of the same name at the top, whose items are its rows.")
    private boolean mirrors;

    DatasetCreate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var dataset = options.connect().datasets().create(new NewDataset(title, description, mirrors));
        options.printer().print(dataset, () -> "Dataset '" + dataset.title() + "' is there: " + dataset.id());
        return ExitCodes.DONE;
    }
}

package io.accession.cli;

import io.accession.api.Dataset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List datasets.")
final class DatasetList implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(names = "--search", paramLabel = "S", description = "Only those with this text in their title.")
    private @Nullable String search;

    DatasetList(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var table = Table.<Dataset>empty()
                .text("ID", Dataset::id)
                .text("CREATED", dataset -> Moments.text(dataset.createdAt()))
                .text("MIRRORED FOLDER", Dataset::folderId)
                .text("TITLE", Dataset::title);
        var datasets = options.connect().datasets().list(search);
        options.printer().printAll(datasets.stream(), table, "There are no such datasets.");
        return ExitCodes.DONE;
    }
}

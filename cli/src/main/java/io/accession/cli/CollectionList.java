package io.accession.cli;

import io.accession.api.Collection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the collections.")
final class CollectionList implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(names = "--folder", paramLabel = "F", description = "Only those of a folder at the top, by its id or name.")
    private @Nullable String folder;

    CollectionList(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var table = Table.<Collection>empty()
                .text("ID", Collection::id)
                .text("FOLDER", Collection::folderId)
                .text("NAME", Collection::name);
        var found = client.collections().list(folder == null ? null : new Names(client).folder(folder));
        options.printer().printAll(found.stream(), table, "There are no collections.");
        return ExitCodes.DONE;
    }
}

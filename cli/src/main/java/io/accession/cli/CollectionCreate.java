package io.accession.cli;

import io.accession.api.NewCollection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Make a collection of what a search finds now.")
final class CollectionCreate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "Name of the collection.")
    private String name = "";

    @Option(
            names = "--top-folder",
            paramLabel = "F",
            required = true,
            description = "Id or name of a folder at the top. Items outside of it are passed over.")
    private String topFolder = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String description;

    @Option(names = "--empty", description = "Leave it empty for now.")
    private boolean empty;

    CollectionCreate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var folder = new Names(client).folder(topFolder);
        var wanted = new NewCollection(folder, name, description, empty ? null : search.search(client, List.of()));
        var created = client.collections().create(wanted);
        options.printer()
                .print(
                        created,
                        () -> "The collection '" + name + "' is made: "
                                + created.collection().id() + "\n" + CollectionText.added(created));
        return ExitCodes.DONE;
    }
}

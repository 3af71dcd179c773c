package io.accession.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "add", description = "Add what a search finds now to a collection.")
final class CollectionAdd implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Option(names = "--to", paramLabel = "C", required = true, description = "Id or name of the collection.")
    private String name = "";

    CollectionAdd(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).collection(name);
        var change = client.collections().add(id, search.search(client, List.of()));
        options.printer().print(change, () -> CollectionText.added(change));
        return ExitCodes.DONE;
    }
}

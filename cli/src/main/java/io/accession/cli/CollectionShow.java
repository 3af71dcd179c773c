package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "List the items of a collection.")
final class CollectionShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "C", description = "Id or name of the collection.")
    private String name = "";

    CollectionShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var items = client.collections().items(new Names(client).collection(name));
        options.printer().printAll(items.stream(), ItemList.table(), "The collection is empty.");
        return ExitCodes.DONE;
    }
}

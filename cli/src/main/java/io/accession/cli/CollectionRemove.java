package io.accession.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove a collection. Its items stay where they are.")
final class CollectionRemove implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "C", description = "Id or name of the collection.")
    private String name = "";

    CollectionRemove(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).collection(name);
        client.collections().remove(id);
        options.printer().print(Map.of("removed", id), () -> "Collection '" + name + "' is removed.");
        return ExitCodes.DONE;
    }
}

package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "status", description = "Show how the map of an embedding is.")
final class MapShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "KEY", description = "The key of the embedding.")
    private String key = "";

    MapShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var map = options.connect().embeddings().map(key);
        options.printer().print(map, () -> MapText.of(map));
        return ExitCodes.DONE;
    }
}

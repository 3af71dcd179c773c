package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "compute",
        description =
                "Compute the map of an embedding in the background, or compute it anew. The map that is there answers meanwhile.")
final class MapCompute implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "KEY", description = "The key of the embedding.")
    private String key = "";

    MapCompute(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var map = options.connect().embeddings().computeMap(key);
        options.printer()
                .print(map, () -> "The map is being computed; 'accession map status " + key + "' shows how far it is.");
        return ExitCodes.DONE;
    }
}

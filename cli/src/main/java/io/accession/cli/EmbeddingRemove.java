package io.accession.cli;

import io.accession.api.EmbeddingRemoval;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Forget imported vectors. Those in the items' metadata stay.")
final class EmbeddingRemove implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "KEY", description = "The key of the embedding.")
    private String key = "";

    @Option(
            names = "--folder",
            paramLabel = "F",
            required = true,
            description = "Id or name of the folder; those below it are meant too.")
    private String folder = "";

    EmbeddingRemove(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var removal = new EmbeddingRemoval(client.embeddings().remove(key, new Names(client).folder(folder)));
        options.printer().print(removal, () -> removal.removed() + " vectors removed.");
        return ExitCodes.DONE;
    }
}

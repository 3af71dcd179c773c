package io.accession.cli;

import io.accession.api.CollectionEdit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "update", description = "Change the name or the description of a collection.")
final class CollectionUpdate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "C", description = "Id or name of the collection.")
    private String name = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Its new name.")
    private @Nullable String newName;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String description;

    CollectionUpdate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        if (newName == null && description == null) {
            throw new UsageException("Say what changes: --name or --description.");
        }
        var client = options.connect();
        var edit = new CollectionEdit(newName, description);
        var edited = client.collections().edit(new Names(client).collection(name), edit);
        options.printer().print(edited, () -> "The collection '" + edited.name() + "' is changed.");
        return ExitCodes.DONE;
    }
}

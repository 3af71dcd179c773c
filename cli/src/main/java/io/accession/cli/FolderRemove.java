package io.accession.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove a folder, those below it and their items. Objects in storage stay.")
final class FolderRemove implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "F", description = "Id or name of the folder.")
    private String name = "";

    FolderRemove(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).folder(name);
        client.folders().remove(id);
        options.printer().print(Map.of("removed", id), () -> "Folder '" + name + "' is removed.");
        return ExitCodes.DONE;
    }
}

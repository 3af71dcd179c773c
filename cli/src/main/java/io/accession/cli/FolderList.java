package io.accession.cli;

import io.accession.api.Folder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List folders.")
final class FolderList implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    FolderList(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var table = Table.<Folder>empty()
                .text("ID", Folder::id)
                .text("FOLDER", folder -> String.join(" / ", folder.path()))
                .text("CREATED", folder -> Moments.text(folder.createdAt()));
        options.printer().printAll(client.folders().list(null).stream(), table, "There are no folders yet.");
        return ExitCodes.DONE;
    }
}

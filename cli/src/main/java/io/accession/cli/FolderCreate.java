package io.accession.cli;

import io.accession.api.NewFolder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a folder.")
final class FolderCreate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name = "";

    @Option(names = "--parent", paramLabel = "F", description = "Folder to create it in; otherwise it is at the top.")
    private @Nullable String parent;

    FolderCreate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var parentId = parent == null ? null : new Names(client).folder(parent);
        var folder = client.folders().create(new NewFolder(name, parentId, null));
        options.printer().print(folder, () -> "Folder '" + folder.name() + "' is there: " + folder.id());
        return ExitCodes.DONE;
    }
}

package io.accession.cli;

import io.accession.api.NewFolder;
import io.accession.api.NewFolderSync;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup(exclusive = false, heading = "%nA folder that follows a storage:%n")
    private @Nullable Following following;

    /** What makes the folder a cloud-synced one. */
    static final class Following {

        @Option(
                names = "--sync",
                paramLabel = "URL",
                required = true,
                description = "Prefix to follow, such as s3://bucket/drives/. It cannot be changed afterwards.")
        private String url = "";

        @Option(
                names = "--integration",
                paramLabel = "T",
                required = true,
                description = "Id or title of the storage integration to reach it through.")
        private String integration = "";

        @Option(names = "--every-24h", description = "Sync by itself every 24 hours.")
        private boolean daily;

        @Option(
                names = "--sidecars",
                paramLabel = "SUFFIX",
                arity = "0..1",
                fallbackValue = ".metadata.json",
                description =
                        "Objects whose keys end so hold the client metadata of others; .metadata.json when not given.")
        private @Nullable String sidecars;

        NewFolderSync sync(Names names) {
            return new NewFolderSync(names.integration(integration), url, daily, sidecars);
        }
    }

    FolderCreate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var names = new Names(client);
        var parentId = parent == null ? null : names.folder(parent);
        var sync = following == null ? null : following.sync(names);
        var folder = client.folders().create(new NewFolder(name, parentId, null, sync));
        options.printer().print(folder, () -> "Folder '" + folder.name() + "' is there: " + folder.id());
        return ExitCodes.DONE;
    }
}

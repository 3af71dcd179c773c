package io.accession.cli;

import io.accession.api.Folder;
import io.accession.api.SyncRun;
import io.accession.api.UploadJob;
import io.accession.client.AccessionClient;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sync", description = "Sync a cloud-synced folder now, or join the sync that is under way.")
final class FolderSynchronise implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "F", description = "Id or name of the folder.")
    private String name = "";

    @Option(names = "--watch", description = "Stay until the sync has ended.")
    private boolean watch;

    @Option(names = "--cancel", description = "Cancel the sync that is under way. What it has registered stays.")
    private boolean cancel;

    FolderSynchronise(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        if (watch && cancel) {
            throw new UsageException("Either --watch or --cancel, not both.");
        }
        var client = options.connect();
        var folder = new Names(client).folder(name);
        var run = cancel ? cancelled(client, folder) : client.folders().sync(folder);
        if (watch) {
            run = client.folders().watchSync(folder, run.id(), _ -> {});
        }
        var shown = run;
        options.printer().print(shown, () -> SyncText.of(shown));
        return watch ? exitCode(run) : ExitCodes.DONE;
    }

    private SyncRun cancelled(AccessionClient client, UUID id) {
        Folder folder = client.folders().read(id);
        var sync = folder.sync();
        if (sync == null || sync.lastRun() == null || sync.lastRun().state() != UploadJob.State.PENDING) {
            throw new UsageException("No sync of folder '" + name + "' is under way.");
        }
        return client.folders().cancelSync(id, sync.lastRun().id());
    }

    private static int exitCode(SyncRun run) {
        boolean complete = run.state() == UploadJob.State.DONE && run.units().error() == 0;
        return complete ? ExitCodes.DONE : ExitCodes.FAILURES;
    }
}

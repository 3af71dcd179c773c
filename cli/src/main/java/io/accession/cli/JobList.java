package io.accession.cli;

import io.accession.api.UploadJob;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List upload jobs, the newest first.")
final class JobList implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(names = "--folder", paramLabel = "F", description = "Only those of a folder.")
    private @Nullable String folder;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only those in a state: pending, done, error or cancelled.")
    private UploadJob.@Nullable State state;

    JobList(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var table = Table.<UploadJob>empty()
                .text("ID", UploadJob::id)
                .text("MANIFEST", UploadJob::fileName)
                .text("FOLDER", UploadJob::folderName)
                .text("STATE", UploadJob::state)
                .number("ENTRIES", job -> job.counts().entries())
                .number("REGISTERED", job -> job.counts().registered())
                .number("KNOWN", job -> job.counts().known())
                .number("FAILED", job -> job.counts().failed())
                .text("CREATED", job -> Moments.text(job.createdAt()));
        var folderId = folder == null ? null : new Names(client).folder(folder);
        options.printer()
                .printAll(client.jobs().list(folderId, state, null).stream(), table, "There are no upload jobs yet.");
        return ExitCodes.DONE;
    }
}

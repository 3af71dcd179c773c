package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "watch", description = "Follow an upload job until it has ended.")
final class JobWatch implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "J", description = "Id of the upload job, or the file name of its manifest.")
    private String name = "";

    JobWatch(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).job(name);
        return new JobWatching(client, options).untilEnded(id, Progress.on(options.surroundings()));
    }
}

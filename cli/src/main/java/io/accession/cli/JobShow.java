package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show an upload job.")
final class JobShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "J", description = "Id of the upload job, or the file name of its manifest.")
    private String name = "";

    JobShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var job = client.jobs().read(new Names(client).job(name));
        options.printer().print(job, () -> JobText.of(job));
        return ExitCodes.DONE;
    }
}

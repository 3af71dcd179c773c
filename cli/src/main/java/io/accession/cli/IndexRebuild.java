package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rebuild",
        description = "Build the search index anew from the catalogue. The index that is there answers meanwhile.")
final class IndexRebuild implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    IndexRebuild(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var status = options.connect().index().rebuild();
        options.printer()
                .print(status, () -> "The index is being built anew; 'accession index status' shows how far it is.");
        return ExitCodes.DONE;
    }
}

package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show how far the search index is behind the catalogue.")
final class IndexShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    IndexShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var status = options.connect().index().status();
        options.printer().print(status, () -> IndexText.of(status));
        return ExitCodes.DONE;
    }
}

package io.accession.cli;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reencode",
        description = "Make videos that are risky to label anew, and give their items the new ones.")
final class ItemReencode implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "I", arity = "1..*", description = "Ids of video items.")
    private List<UUID> items = List.of();

    @Option(names = "--force", description = "Also those without warnings.")
    private boolean force;

    @Option(names = "--watch", description = "Stay until all are done.")
    private boolean watch;

    ItemReencode(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var reencodings = options.connect().reencodings();
        var started = reencodings.start(items, force);
        var reencoding = watch ? reencodings.watch(started.id()) : started;
        options.printer().print(reencoding, () -> ReencodingText.of(reencoding));
        return ReencodingText.exitCode(reencoding);
    }
}

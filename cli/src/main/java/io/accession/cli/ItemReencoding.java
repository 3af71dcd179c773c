package io.accession.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reencoding", description = "Show how far the re-encoding of videos is.")
final class ItemReencoding implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "R", description = "Id of the re-encoding.")
    private @Nullable UUID id;

    @Option(names = "--watch", description = "Stay until all videos are done.")
    private boolean watch;

    ItemReencoding(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        if (id == null) {
            throw new UsageException("The id of a re-encoding is needed.");
        }
        var reencodings = options.connect().reencodings();
        var reencoding = watch ? reencodings.watch(id) : reencodings.read(id);
        options.printer().print(reencoding, () -> ReencodingText.of(reencoding));
        return ReencodingText.exitCode(reencoding);
    }
}

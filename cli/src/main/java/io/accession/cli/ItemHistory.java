package io.accession.cli;

import io.accession.api.PastMetadata;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "history", description = "List what an item's client metadata was before, the newest first.")
final class ItemHistory implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "I", description = "Id of the item.")
    private @Nullable UUID id;

    ItemHistory(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        if (id == null) {
            throw new UsageException("The id of an item is needed.");
        }
        var table = Table.<PastMetadata>empty()
                .text("UNTIL", past -> Moments.text(past.replacedAt()))
                .text("REPLACED BY", PastMetadata::replacedBy)
                .text("JOB", PastMetadata::jobId)
                .text("CLIENT METADATA", PastMetadata::clientMetadata);
        var history = options.connect().items().history(id);
        options.printer().printAll(history.stream(), table, "The item's client metadata was never changed.");
        return ExitCodes.DONE;
    }
}

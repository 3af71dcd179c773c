package io.accession.cli;

import io.accession.api.Strictness;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "strict", description = "Show or say where metadata that does not fit the schema is refused.")
final class SchemaStrict implements Callable<Integer> {

    private enum Switch {
        ON,
        OFF
    }

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "on|off", arity = "0..1", description = "Refuse it from now on, or no longer.")
    private @Nullable Switch wanted;

    @Option(names = "--integration", paramLabel = "T", description = "Only what comes through it: id or title.")
    private @Nullable String integration;

    SchemaStrict(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        if (wanted == null && integration != null) {
            throw new UsageException("--integration goes with on or off.");
        }
        var strictness = wanted == null
                ? client.schema().strictness()
                : client.schema()
                        .strict(
                                integration == null ? null : new Names(client).integration(integration),
                                wanted == Switch.ON);
        options.printer().print(strictness, () -> text(strictness));
        return ExitCodes.DONE;
    }

    private static String text(Strictness strictness) {
        if (strictness.everywhere()) {
            return "The metadata schema is strict everywhere.";
        }
        return strictness.integrationIds().isEmpty()
                ? "The metadata schema is not strict: what does not fit is stored as given and listed."
                : "The metadata schema is strict for these storage integrations:\n"
                        + strictness.integrationIds().stream()
                                .map(id -> "  " + id + "\n")
                                .collect(Collectors.joining());
    }
}

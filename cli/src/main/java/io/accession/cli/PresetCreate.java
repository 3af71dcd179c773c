package io.accession.cli;

import io.accession.api.NewFilterPreset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Keep a filter under a name, for everybody.")
final class PresetCreate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "NAME", description = "Name of the filter preset.")
    private String name = "";

    @Option(
            names = "--filter",
            paramLabel = "JSON",
            required = true,
            description = "The filter, or @ and the name of a file with it (docs/guides/search.md).")
    private String filter = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String description;

    PresetCreate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var preset = new NewFilterPreset(name, description, GivenJson.objectOf(filter, "--filter"));
        var created = options.connect().presets().create(preset);
        options.printer().print(created, () -> "The filter preset '" + name + "' is kept: " + created.id());
        return ExitCodes.DONE;
    }
}

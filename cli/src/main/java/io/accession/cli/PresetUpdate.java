package io.accession.cli;

import io.accession.api.FilterPresetEdit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "update", description = "Change the name, the filter or the description of a filter preset.")
final class PresetUpdate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "P", description = "Id or name of the filter preset.")
    private String name = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Its new name.")
    private @Nullable String newName;

    @Option(
            names = "--filter",
            paramLabel = "JSON",
            description = "Its new filter, or @ and the name of a file with it (docs/guides/search.md).")
    private @Nullable String filter;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for.")
    private @Nullable String description;

    PresetUpdate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        if (newName == null && filter == null && description == null) {
            throw new UsageException("Say what changes: --name, --filter or --description.");
        }
        var edit = new FilterPresetEdit(
                newName, description, filter == null ? null : GivenJson.objectOf(filter, "--filter"));
        var client = options.connect();
        var edited = client.presets().edit(new Names(client).preset(name), edit);
        options.printer().print(edited, () -> "The filter preset '" + edited.name() + "' is changed.");
        return ExitCodes.DONE;
    }
}

package io.accession.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.FilterPreset;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show a filter preset.")
final class PresetShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "P", description = "Id or name of the filter preset.")
    private String name = "";

    PresetShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var preset = client.presets().read(new Names(client).preset(name));
        options.printer()
                .print(
                        preset,
                        () -> new Facts()
                                .add("Name", preset.name())
                                .add("Id", preset.id())
                                .add("Description", preset.description())
                                .add("Filter", filter(preset))
                                .text());
        return ExitCodes.DONE;
    }

    private static JsonNode filter(FilterPreset preset) {
        return preset.filter() != null ? preset.filter() : Objects.requireNonNull(preset.sdkFilters());
    }
}

package io.accession.cli;

import io.accession.api.FilterPreset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List the filter presets.")
final class PresetList implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    PresetList(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var table = Table.<FilterPreset>empty()
                .text("ID", FilterPreset::id)
                .text("MADE BY", preset -> preset.filter() == null ? "Encord SDK" : "Accession")
                .text("NAME", FilterPreset::name);
        options.printer().printAll(options.connect().presets().list().stream(), table, "There are no filter presets.");
        return ExitCodes.DONE;
    }
}

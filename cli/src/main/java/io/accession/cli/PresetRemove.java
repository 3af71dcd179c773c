package io.accession.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove a filter preset.")
final class PresetRemove implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "P", description = "Id or name of the filter preset.")
    private String name = "";

    PresetRemove(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).preset(name);
        client.presets().remove(id);
        options.printer().print(Map.of("removed", id), () -> "Filter preset '" + name + "' is removed.");
        return ExitCodes.DONE;
    }
}

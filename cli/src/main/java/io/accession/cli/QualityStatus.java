package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "status", description = "Show how many pictures of a folder and below were measured.")
final class QualityStatus implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "F", description = "Id or name of the folder.")
    private String name = "";

    QualityStatus(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var quality = client.folders().quality(new Names(client).folder(name));
        options.printer().print(quality, () -> QualityText.of(quality));
        return ExitCodes.DONE;
    }
}

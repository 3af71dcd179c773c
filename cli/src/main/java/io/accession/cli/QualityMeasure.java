package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "measure",
        description =
                "Have the pictures of a folder and below measured that were not, and those that could not be. Reads each"
                        + " of them once.")
final class QualityMeasure implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "F", description = "Id or name of the folder.")
    private String name = "";

    QualityMeasure(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var quality = client.folders().measure(new Names(client).folder(name));
        options.printer().print(quality, () -> QualityText.of(quality));
        return ExitCodes.DONE;
    }
}

package io.accession.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "apply", description = "Replace the metadata schema by that of a file.")
final class SchemaApply implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "FILE", description = "JSON object of types by key.")
    private Path file = Path.of("");

    @Option(
            names = "--based-on",
            paramLabel = "N",
            description = "Only while version N is in force; 0 for none. Otherwise whatever is there is replaced.")
    private @Nullable Integer basedOn;

    SchemaApply(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var fields = GivenJson.of(file);
        var client = options.connect();
        int before = client.schema().read().version();
        var saved = client.schema().save(fields, basedOn);
        options.printer()
                .print(
                        saved,
                        () -> saved.version() == before
                                ? "Nothing changed: the metadata schema is as before, version " + before + "."
                                : "The metadata schema is saved: version " + saved.version() + ", keys: "
                                        + saved.fields().size() + ".");
        return ExitCodes.DONE;
    }
}

package io.accession.cli;

import io.accession.api.MetadataSchema;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    @Option(names = "--dry-run", description = "Only tell what would change, or why it is not allowed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var fields = GivenJson.of(file);
        var schema = options.connect().schema();
        var before = schema.read();
        if (dryRun) {
            var next = schema.preview(fields, basedOn);
            options.printer().print(next, () -> text(before, next, "The metadata schema would become version "));
        } else {
            var saved = schema.save(fields, basedOn);
            options.printer().print(saved, () -> text(before, saved, "The metadata schema is saved: version "));
        }
        return ExitCodes.DONE;
    }

    private static String text(MetadataSchema before, MetadataSchema after, String outcome) {
        if (after.version() == before.version()) {
            return "Nothing changes: the metadata schema is as before, version " + before.version() + ".";
        }
        var changes = SchemaChanges.between(before.fields(), after.fields()).stream()
                .map(change -> Terminals.printable(change) + "\n")
                .collect(Collectors.joining());
        return changes + outcome + after.version() + ", keys: " + after.fields().size() + ".";
    }
}

package io.accession.cli;

import io.accession.api.MetadataSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "history", description = "List the versions of the metadata schema, the newest first.")
final class SchemaHistory implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    SchemaHistory(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var table = Table.<MetadataSchema>empty()
                .number("VERSION", MetadataSchema::version)
                .number("KEYS", version -> version.fields().size())
                .text("SAVED BY", MetadataSchema::savedBy)
                .text("SAVED", version -> version.savedAt() == null ? null : Moments.text(version.savedAt()));
        options.printer().printAll(client.schema().history().stream(), table, "No metadata schema was saved yet.");
        return ExitCodes.DONE;
    }
}

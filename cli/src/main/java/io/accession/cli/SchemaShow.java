package io.accession.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.api.MetadataSchema;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "show", description = "Show the metadata schema.")
final class SchemaShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(names = "--version", paramLabel = "N", description = "A version of before; otherwise the one in force.")
    private @Nullable Integer version;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Write it as 'schema apply' takes it; - is standard output.")
    private @Nullable String file;

    SchemaShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var client = options.connect();
        var schema = version == null ? client.schema().read() : client.schema().read(version);
        if (file != null) {
            var text = Json.lenient().writerWithDefaultPrettyPrinter().writeValueAsBytes(schema.fields());
            GivenFiles.write(new ByteArrayInputStream(text), file, options.surroundings());
        } else if (options.json()) {
            options.printer().print(schema, () -> "");
        } else {
            print(schema);
        }
        return ExitCodes.DONE;
    }

    private void print(MetadataSchema schema) {
        var table = Table.<Map.Entry<String, JsonNode>>empty()
                .text("KEY", Map.Entry::getKey)
                .text("TYPE", field -> SchemaText.of(field.getValue()));
        options.printer().printAll(schema.fields().propertyStream(), table, "The metadata schema declares no keys.");
    }
}

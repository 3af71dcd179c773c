package io.accession.cli;

import io.accession.api.MetadataViolations;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "violations", description = "List the values that do not fit the metadata schema.")
final class SchemaViolations implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(
            names = "--folder",
            paramLabel = "F",
            required = true,
            description = "Id or name of the folder; those below it are looked at too.")
    private String folder = "";

    SchemaViolations(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    /** A violation and whose it is. */
    record Row(UUID itemId, String title, String pointer, String message, boolean used) {

        static Stream<Row> of(MetadataViolations item) {
            return item.violations().stream()
                    .map(one -> new Row(item.itemId(), item.title(), one.pointer(), one.message(), one.used()));
        }
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var table = Table.<Row>empty()
                .text("ITEM", Row::itemId)
                .text("TITLE", Row::title)
                .text("VALUE", Row::pointer)
                .text("MESSAGE", row -> row.used() ? row.message() + " Used all the same." : row.message());
        var found = client.schema().violations(new Names(client).folder(folder)).stream();
        options.printer().printAll(found.flatMap(Row::of), table, "All values fit the metadata schema.");
        return ExitCodes.DONE;
    }
}

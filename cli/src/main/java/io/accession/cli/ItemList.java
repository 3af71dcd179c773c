package io.accession.cli;

import io.accession.api.ItemSummary;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the items of a folder.")
final class ItemList implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(names = "--folder", paramLabel = "F", required = true, description = "Id or name of the folder.")
    private String folder = "";

    @Option(names = "--search", paramLabel = "S", description = "Only those with this text in their title.")
    private @Nullable String search;

    @Option(names = "--kind", paramLabel = "K", description = "Only those of a kind, such as image or video.")
    private @Nullable String kind;

    ItemList(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var items = client.items().list(new Names(client).folder(folder), search, kind);
        options.printer().printAll(items.stream(), table(), "There are no such items.");
        return ExitCodes.DONE;
    }

    static Table<ItemSummary> table() {
        return Table.<ItemSummary>empty()
                .text("ID", ItemSummary::id)
                .text("KIND", ItemSummary::kind)
                .number("BYTES", ItemSummary::bytes)
                .text("MIME TYPE", ItemSummary::mimeType)
                .text("TITLE", ItemSummary::title);
    }
}

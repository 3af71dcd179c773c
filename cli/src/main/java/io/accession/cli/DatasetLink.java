package io.accession.cli;

import io.accession.api.ItemSummary;
import io.accession.api.NewDataRows;
import io.accession.client.AccessionClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "link", description = "Link items to a dataset. They stay where they are.")
final class DatasetLink implements Callable<Integer> {

    /** As many as one request may name. */
    private static final int AT_ONCE = 10_000;

    @Mixin
    private final ClientOptions options;

    @Parameters(index = "0", paramLabel = "D", description = "Id or title of the dataset.")
    private String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "I", description = "Ids of items.")
    private List<UUID> named = List.of();

    @Option(
            names = "--folder",
            paramLabel = "F",
            description =
                    "Instead of ids: id or name of a folder, of which all items are linked; not those of folders below it.")
    private @Nullable String folder;

    @Option(
            names = "--duplicates",
            paramLabel = "SKIP|FAIL|DUPLICATE",
            description = "What to do with items that the dataset has: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private NewDataRows.Duplicates duplicates = NewDataRows.Duplicates.SKIP;

    DatasetLink(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var dataset = new Names(client).dataset(name);
        var items = items(client);
        var rows = new ArrayList<UUID>();
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            var some = items.subList(from, Math.min(items.size(), from + AT_ONCE));
            rows.addAll(client.datasets().link(dataset, new NewDataRows(some, duplicates)));
        }
        options.printer().print(Map.of("rows", rows), () -> rows.size() + " items are in the dataset '" + name + "'.");
        return ExitCodes.DONE;
    }

    private List<UUID> items(AccessionClient client) {
        if (named.isEmpty() == (folder == null)) {
            throw new UsageException(
                    "Name either the ids of items, or with --folder the folder whose items are meant.");
        }
        return folder == null
                ? named
                : client.items().list(new Names(client).folder(folder), null, null).stream()
                        .map(ItemSummary::id)
                        .toList();
    }
}

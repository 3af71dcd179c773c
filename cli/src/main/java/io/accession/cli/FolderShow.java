package io.accession.cli;

import io.accession.api.Folder;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show a folder and how many items of each kind it has.")
final class FolderShow implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "F", description = "Id or name of the folder.")
    private String name = "";

    FolderShow(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var folder = client.folders().read(new Names(client).folder(name));
        options.printer().print(folder, () -> text(folder));
        return ExitCodes.DONE;
    }

    private static String text(Folder folder) {
        var counts = folder.itemCounts() == null ? Map.<String, Long>of() : folder.itemCounts();
        var facts = new Facts()
                .add("Folder", String.join(" / ", folder.path()))
                .add("Id", folder.id())
                .add("Description", folder.description())
                .add("Created", Moments.text(folder.createdAt()))
                .add(
                        "Items",
                        counts.values().stream().mapToLong(Long::longValue).sum());
        new TreeMap<>(counts).forEach((kind, count) -> facts.add("  " + kind, count));
        var sync = folder.sync();
        return sync == null ? facts.text() : facts.text() + "\n" + SyncText.of(sync);
    }
}

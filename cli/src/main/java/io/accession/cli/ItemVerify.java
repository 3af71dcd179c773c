package io.accession.cli;

import io.accession.api.DriftEvent;
import io.accession.api.DriftEvent.Difference;
import io.accession.api.DriftEvent.Ended;
import io.accession.api.DriftEvent.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description =
                "Compare the items of a folder, and of those below it, with what their storages list. Exits with 1 when"
                        + " something is not what was registered.")
final class ItemVerify implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(names = "--folder", paramLabel = "F", required = true, description = "Id or name of the folder.")
    private String folder = "";

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Probe so many of the objects whose media metadata was supplied, and compare.")
    private int sample;

    private final List<Found> findings = new ArrayList<>();
    private @Nullable Ended ended;

    /** What machines get to see. */
    record Report(List<Found> findings, Ended counts) {}

    ItemVerify(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        client.items().verify(new Names(client).folder(folder), sample, this::take);
        if (ended == null) {
            throw new IllegalStateException("the server told no counts");
        }
        var counts = ended;
        options.printer().print(new Report(findings, counts), () -> lines() + text(counts));
        return findings.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILURES;
    }

    private void take(DriftEvent event) {
        switch (event) {
            case Found found -> findings.add(found);
            case Ended counts -> ended = counts;
            case DriftEvent.Progress _, DriftEvent.Failed _ -> {}
        }
    }

    private String lines() {
        return findings.stream()
                .map(found -> found.finding() + "  " + found.itemId() + "  " + Terminals.printable(found.objectUrl())
                        + "\n    " + Terminals.printable(found.message()) + "\n"
                        + found.differences().stream().map(ItemVerify::line).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String line(Difference difference) {
        return "    " + difference.field() + ": registered " + Terminals.printable(difference.registered()) + ", found "
                + Terminals.printable(difference.found()) + "\n";
    }

    private static String text(Ended counts) {
        return new Facts()
                .add("Items", counts.items())
                .add("Compared", counts.compared())
                .addCount("Not compared", counts.notCompared())
                .add("Unchanged", counts.unchanged())
                .addCount("Changed", counts.changed())
                .addCount("Replaced", counts.replaced())
                .addCount("Missing", counts.missing())
                .addCount("Sampled", counts.sampled())
                .addCount("Mismatched", counts.mismatched())
                .addCount("Unreadable", counts.unreadable())
                .add("Listings", counts.listings())
                .text();
    }
}

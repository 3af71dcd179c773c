package io.accession.cli;

import io.accession.api.ComparedItem;
import io.accession.api.ComparedItems;
import io.accession.api.NearDuplicates;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is wanted of the items that a search finds when they are compared with one another. */
final class ComparisonOptions {

    @Option(
            names = "--near-duplicates",
            paramLabel = "KEY",
            description = "Group what is nearly the same, by the embedding of that key or by pixels.")
    private @Nullable String nearDuplicates;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description =
                    "The greatest distance of near duplicates: bits of 64 by pixels (0 to 11, 6 unless given), 1 minus"
                            + " the cosine by an embedding (0 to 0.2, 0.02 unless given).")
    private @Nullable Double threshold;

    @Option(
            names = "--diverse",
            paramLabel = "N",
            description = "Pick N items that differ from one another as much as possible, by what --by names.")
    private @Nullable Integer diverse;

    @Option(
            names = "--outliers",
            paramLabel = "N",
            description = "Pick the N items that have nothing near them, by what --by names.")
    private @Nullable Integer outliers;

    boolean isWanted() {
        if (threshold != null && nearDuplicates == null) {
            throw new UsageException("--threshold goes with --near-duplicates.");
        }
        long wanted = Stream.of(nearDuplicates != null, diverse != null, outliers != null)
                .filter(given -> given)
                .count();
        if (wanted > 1) {
            throw new UsageException("One of --near-duplicates, --diverse and --outliers is answered at a time.");
        }
        return wanted == 1;
    }

    /** {@code limit} is how many groups are shown. */
    void answer(ClientOptions options, SearchOptions search, int limit) {
        var client = options.connect();
        if (nearDuplicates != null) {
            var found = client.search().nearDuplicates(search.nearDuplicates(client, nearDuplicates, threshold, limit));
            options.printer().print(found, () -> text(found));
        } else if (diverse != null) {
            show(options, client.search().diverse(search.comparison(client, diverse)));
        } else if (outliers != null) {
            show(options, client.search().outliers(search.comparison(client, outliers)));
        }
    }

    private static void show(ClientOptions options, ComparedItems picked) {
        options.printer().print(picked, () -> text(picked));
    }

    private static String text(NearDuplicates found) {
        var lines = Stream.<String>builder();
        for (var group : found.groups()) {
            lines.add(String.format(Locale.ROOT, "%,d items", group.size()));
            group.items().forEach(item -> lines.add("  " + text(item)));
        }
        lines.add(String.format(
                Locale.ROOT, "%,d groups among %,d items that were compared.", found.total(), found.compared()));
        if (found.groups().size() < found.total()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "The %,d largest are shown; --limit shows more.",
                    found.groups().size()));
        }
        if (found.precision().equals("estimated")) {
            lines.add("These are estimates: a few near duplicates may be missing.");
        }
        return String.join(System.lineSeparator(), lines.build().toList());
    }

    private static String text(ComparedItems picked) {
        var lines = Stream.<String>builder();
        picked.items().forEach(item -> lines.add(text(item)));
        lines.add(String.format(
                Locale.ROOT,
                "%,d of %,d items that were compared.",
                picked.items().size(),
                picked.compared()));
        if (picked.precision().equals("estimated")) {
            lines.add("These are estimates: others may be farther out.");
        }
        return String.join(System.lineSeparator(), lines.build().toList());
    }

    private static String text(ComparedItem item) {
        var distance = item.distance() == null ? "" : String.format(Locale.ROOT, "%.4g", item.distance());
        return String.format(Locale.ROOT, "%s  %-8s  %s", item.id(), distance, item.title());
    }
}

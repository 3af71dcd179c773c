package io.accession.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.FacetCounts;
import io.accession.api.MediaDescription;
import io.accession.api.SearchResults;
import io.accession.api.SearchResults.Hit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "search", description = "Find items by words, filters and fields.")
final class SearchCommand implements Callable<Integer> {

    private static final List<String> FORMATS = List.of("manifest", "csv", "parquet", "ndjson");
    private static final Map<String, String> BY_ENDING =
            Map.of("json", "manifest", "csv", "csv", "parquet", "parquet", "ndjson", "ndjson");

    @Mixin
    private final ClientOptions options;

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Mixin
    private final ComparisonOptions comparing = new ComparisonOptions();

    @Option(
            names = "--facet",
            paramLabel = "FIELD",
            description = "Count the hits by a field, such as kind or metadata.weather. May be given several times.")
    private List<String> facets = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "Show at most N hits, or groups; 20 unless given.")
    private int limit = 20;

    @Option(names = "--count", description = "Print how many there are, and nothing else.")
    private boolean count;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Write all that is found to a file; - is standard output.")
    private @Nullable String export;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "Of the export: manifest (JSON, to be registered elsewhere), csv, parquet or ndjson. Otherwise"
                            + " the file's ending tells: .json, .csv, .parquet or .ndjson.")
    private @Nullable String format;

    @Option(
            names = "--signed-urls",
            description = "Export with each item where anybody can fetch its object for a while; not in a manifest.")
    private boolean signedUrls;

    SearchCommand(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        if (comparing.isWanted()) {
            if (export != null || format != null || count || !facets.isEmpty()) {
                throw new UsageException(
                        "--export, --format, --count and --facet do not go with --near-duplicates, --diverse and --outliers.");
            }
            comparing.answer(options, search, limit);
            return ExitCodes.DONE;
        }
        if (export != null) {
            export(export);
            return ExitCodes.DONE;
        }
        if (format != null) {
            throw new UsageException("--format goes with --export.");
        }
        if (signedUrls) {
            throw new UsageException("--signed-urls goes with --export.");
        }
        var client = options.connect();
        var found = client.search().find(search.search(client, facets).page(null, count ? 0 : limit));
        if (count) {
            options.printer().print(Map.of("total", found.total()), () -> Long.toString(found.total()));
        } else if (options.json()) {
            options.printer().print(found, () -> "");
        } else {
            print(found);
        }
        return ExitCodes.DONE;
    }

    private void export(String file) {
        if (options.json() || count || !facets.isEmpty()) {
            throw new UsageException("--json, --count and --facet do not go with --export.");
        }
        var chosen = format == null ? BY_ENDING.get(file.substring(file.lastIndexOf('.') + 1)) : format;
        if (chosen == null || !FORMATS.contains(chosen)) {
            throw new UsageException("The format of an export is one of " + String.join(", ", FORMATS)
                    + ". Name it with --format, or end the file's name with .json, .csv, .parquet or .ndjson.");
        }
        var client = options.connect();
        var wanted = search.search(client, List.of());
        var content = signedUrls
                ? client.search().exportWithUrls(wanted, chosen)
                : client.search().export(wanted, chosen);
        GivenFiles.write(content, file, options.surroundings());
    }

    private void print(SearchResults found) {
        var out = options.surroundings().out();
        var items = Table.<Hit>empty()
                .text("ID", Hit::id)
                .text("KIND", Hit::kind)
                .number("BYTES", hit -> bytes(hit.media()))
                .text("TITLE", Hit::title);
        boolean hasFrames = found.results().stream().anyMatch(hit -> hit.frame() != null);
        var table = hasFrames ? items.number("FRAME", Hit::frame) : items;
        if (!table.print(found.results().iterator(), out) && limit > 0) {
            out.println("Nothing was found.");
        }
        if (found.total() > found.results().size()) {
            out.println(String.format(
                    Locale.ROOT, "%,d of %,d shown.", found.results().size(), found.total()));
        }
        if (found.precision().equals("estimated")) {
            out.println("These are estimates: a few of the nearest may be missing.");
        }
        found.facets().forEach(this::print);
    }

    private static @Nullable Long bytes(@Nullable MediaDescription media) {
        return media == null ? null : media.bytes();
    }

    private void print(FacetCounts facet) {
        var out = options.surroundings().out();
        out.println();
        switch (facet) {
            case FacetCounts.Terms terms ->
                Table.<SearchResults.Term>empty()
                        .text(
                                terms.field().toUpperCase(Locale.ROOT),
                                term -> term.value().asText())
                        .number("ITEMS", SearchResults.Term::count)
                        .print(terms.terms().iterator(), out);
            case FacetCounts.Histogram histogram ->
                Table.<SearchResults.Bucket>empty()
                        .text(histogram.field().toUpperCase(Locale.ROOT), bucket -> shown(bucket.from()))
                        .text("TO", bucket -> shown(bucket.to()))
                        .number("ITEMS", SearchResults.Bucket::count)
                        .print(histogram.buckets().iterator(), out);
        }
        if (facet.missing() > 0) {
            out.println(String.format(Locale.ROOT, "%,d without a value.", facet.missing()));
        }
    }

    private static String shown(JsonNode bound) {
        boolean isWhole = bound.isNumber() && bound.asDouble() == Math.rint(bound.asDouble());
        return isWhole ? String.format(Locale.ROOT, "%,.0f", bound.asDouble()) : bound.asText();
    }
}

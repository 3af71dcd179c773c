package io.accession.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.accession.api.FacetCounts;
import io.accession.api.MetadataViolations;
import io.accession.api.NewSearch;
import io.accession.api.SearchResults;
import io.accession.api.SearchResults.Term;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "violations", description = "List the values that do not fit the metadata schema.")
final class SchemaViolations implements Callable<Integer> {

    private static final int MOST_KEYS = 1_000;

    @Mixin
    private final ClientOptions options;

    @Option(
            names = "--folder",
            paramLabel = "F",
            description = "Id or name of the folder; those below it are looked at too.")
    private @Nullable String folder;

    @Option(
            names = "--counts",
            description = "How many items each key concerns, from the search index; of the folder, or of all.")
    private boolean counts;

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
        if (counts) {
            count();
            return ExitCodes.DONE;
        }
        if (folder == null) {
            throw new UsageException("Name a --folder, or ask for --counts.");
        }
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

    private void count() {
        var client = options.connect();
        var filter = folder == null
                ? null
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("folder", new Names(client).folder(folder).toString());
        var facet = new NewSearch.Facet("violations", MOST_KEYS, null);
        var found = client.search().find(new NewSearch(filter, null, null, List.of(facet), true, 0, null));
        var table =
                Table.<Term>empty().text("KEY", term -> term.value().asText()).number("ITEMS", Term::count);
        options.printer().printAll(terms(found), table, "All values fit the metadata schema.");
    }

    private static Stream<Term> terms(SearchResults found) {
        return found.facets().stream()
                .flatMap(facet ->
                        facet instanceof FacetCounts.Terms counted ? counted.terms().stream() : Stream.empty());
    }
}

package io.accession.client;

import io.accession.api.ComparedItems;
import io.accession.api.EncodedField;
import io.accession.api.NearDuplicates;
import io.accession.api.NewComparison;
import io.accession.api.NewNearDuplicates;
import io.accession.api.NewSearch;
import io.accession.api.SearchResults;
import io.accession.api.SearchResults.Hit;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finding what was registered. */
public final class Search {

    private static final int PAGE = 1_000;

    private final Connection connection;

    Search(Connection connection) {
        this.connection = connection;
    }

    /** One page of hits, with the number of all and the facets that were asked for. A refusal names each fault by its JSON Pointer. */
    public SearchResults find(NewSearch search) {
        return connection.post(Route.to("search"), search, SearchResults.class);
    }

    /** All hits, a page after another; the search's own limit and token do not count. */
    public Stream<Hit> stream(NewSearch search) {
        return Stream.iterate(
                        Optional.of(find(search.page(null, PAGE))),
                        Optional::isPresent,
                        page -> page.flatMap(found -> next(search, found)))
                .flatMap(Optional::stream)
                .flatMap(page -> page.results().stream());
    }

    private Optional<SearchResults> next(NewSearch search, SearchResults page) {
        return Optional.ofNullable(page.nextPageToken()).map(token -> find(search.page(token, PAGE)));
    }

    /** One page of groups of items that are nearly the same, the largest group first. At most 200,000 items are compared. */
    public NearDuplicates nearDuplicates(NewNearDuplicates question) {
        return connection.post(Route.to("search", "near-duplicates"), question, NearDuplicates.class);
    }

    /** Items that differ from one another as much as possible. At most 200,000 items are compared. */
    public ComparedItems diverse(NewComparison question) {
        return connection.post(Route.to("search", "diverse"), question, ComparedItems.class);
    }

    /** Items that have nothing near them, the loneliest first. At most 200,000 items are compared. */
    public ComparedItems outliers(NewComparison question) {
        return connection.post(Route.to("search", "outliers"), question, ComparedItems.class);
    }

    /** The embeddings that texts are understood by. */
    public List<EncodedField> encoders() {
        return List.of(connection.read(Route.to("search", "encoders"), EncodedField[].class));
    }

    /** Everything that is found as a file: a {@code manifest}, {@code csv}, {@code parquet} or {@code ndjson}. To be closed by the caller. */
    public InputStream export(NewSearch search, String format) {
        return connection.stream(exports(format), search, "*/*");
    }

    /** The same with where each object can be fetched for a while; not for a manifest. */
    public InputStream exportWithUrls(NewSearch search, String format) {
        return connection.stream(exports(format).with("signedUrls", true), search, "*/*");
    }

    private static Route exports(String format) {
        return Route.to("search", "export").with("format", format);
    }
}

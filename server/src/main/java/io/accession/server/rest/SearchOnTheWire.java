package io.accession.server.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.accession.api.SearchResults;
import io.accession.api.SearchResults.Bucket;
import io.accession.api.SearchResults.Hit;
import io.accession.api.SearchResults.Term;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.SearchHits.Precision;
import io.accession.core.search.SearchPage;
import java.util.List;

/** What a search found, as answers show it. */
final class SearchOnTheWire {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SearchOnTheWire() {}

    static SearchResults shown(SearchPage page) {
        return new SearchResults(
                page.results().stream().map(SearchOnTheWire::shown).toList(),
                page.total(),
                shown(page.precision()),
                page.facets().stream().map(SearchOnTheWire::shown).toList(),
                page.nextToken());
    }

    static String shown(Precision precision) {
        return switch (precision) {
            case EXACT -> "exact";
            case ESTIMATED -> "estimated";
        };
    }

    private static Hit shown(SearchPage.FoundItem found) {
        var item = found.item().item();
        var facts = found.item().facts();
        return new Hit(
                item.id().value(),
                item.folder().value(),
                item.kind().wireName(),
                item.name(),
                item.objectUrl(),
                MediaOnTheWire.shown(facts),
                facts == null ? List.of() : facts.warnings(),
                item.createdAt(),
                found.frame(),
                found.score());
    }

    private static io.accession.api.FacetCounts shown(FacetCounts counts) {
        return switch (counts) {
            case FacetCounts.Terms(var field, var terms, long values, long missing) ->
                new io.accession.api.FacetCounts.Terms(
                        field.name(),
                        terms.stream()
                                .map(term -> new Term(value(term.value()), term.count()))
                                .toList(),
                        values,
                        missing);
            case FacetCounts.Histogram(var field, var buckets, long missing) ->
                new io.accession.api.FacetCounts.Histogram(
                        field.name(),
                        buckets.stream()
                                .map(bucket -> new Bucket(value(bucket.from()), value(bucket.to()), bucket.count()))
                                .toList(),
                        missing);
        };
    }

    private static JsonNode value(TypedValue value) {
        return switch (value) {
            case TypedValue.Flag(var flag) -> JSON.booleanNode(flag);
            case TypedValue.Moment(var moment) -> JSON.textNode(moment.toString());
            case TypedValue.Quantity(var number) -> JSON.numberNode(number);
            case TypedValue.Id(var id) -> JSON.textNode(id.toString());
            case TypedValue.Words(var words) -> JSON.textNode(words);
            case TypedValue.Vector _, TypedValue.Place _ ->
                throw new IllegalArgumentException("nothing is counted by such values");
        };
    }
}

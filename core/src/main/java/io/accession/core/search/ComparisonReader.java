package io.accession.core.search;

import io.accession.core.registry.PageRequest;
import io.accession.core.schema.TypedValue;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which items to compare, strictly, as {@link SearchReader} does searches. For one question. */
final class ComparisonReader {

    private static final String PIXELS = "pixels";
    private static final int USUAL_COUNT = 100;

    private final SearchFields fields;
    private final FilterReader filters;
    private final SearchFaults faults = new SearchFaults();

    ComparisonReader(SearchFields fields, Places places) {
        this.fields = fields;
        this.filters = new FilterReader(fields, places, faults);
    }

    /**
     * A page of near duplicates.
     *
     * @param after null for the first page
     */
    record GroupsPage(
            Comparison.NearDuplicates question,
            int limit,
            @Nullable SearchPosition after) {}

    /**
     * Reads a question from maps, lists and plain values.
     *
     * @throws io.accession.core.domain.RegistryException with all faults
     */
    GroupsPage nearDuplicates(@Nullable Object json) {
        var read = new GivenValue(json, "", faults)
                .object(Set.of("filter", "by", "threshold", "withMembers", "limit", "pageToken"))
                .flatMap(given -> {
                    var filter = filter(given);
                    long limit = given.find("limit")
                            .flatMap(value -> value.whole(1, PageRequest.MAXIMUM_LIMIT))
                            .orElse((long) PageRequest.DEFAULT_LIMIT);
                    var after = given.find("pageToken").flatMap(text -> position(text, SearchToken.of(json)));
                    return measure(given)
                            .map(by -> new Comparison.NearDuplicates(filter, by, threshold(given, by)))
                            .map(question -> new GroupsPage(question, (int) limit, after.orElse(null)));
                });
        faults.refuse();
        return read.orElseThrow();
    }

    /** As {@link #nearDuplicates} does. */
    Comparison.Pick pick(@Nullable Object json, Comparison.Choice choice) {
        var read = new GivenValue(json, "", faults)
                .object(Set.of("filter", "by", "count", "withMembers"))
                .flatMap(given -> {
                    var filter = filter(given);
                    long count = given.find("count")
                            .flatMap(value -> value.whole(1, Comparison.MOST_PICKED))
                            .orElse((long) USUAL_COUNT);
                    return measure(given).map(by -> new Comparison.Pick(filter, by, choice, (int) count));
                });
        faults.refuse();
        return read.orElseThrow();
    }

    private Filter filter(GivenObject given) {
        var filter = given.find("filter").map(filters::read).orElse(Filter.everything());
        return SearchReader.selected(filter, SearchReader.withMembers(given));
    }

    private Optional<Measure> measure(GivenObject given) {
        return given.require("by")
                .flatMap(by -> PIXELS.equals(by.value()) ? Optional.of(new Measure.Pixels()) : embedding(by));
    }

    private Optional<Measure> embedding(GivenValue given) {
        return fields.read(given)
                .flatMap(field -> field.kind() == ValueKind.EMBEDDING
                        ? Optional.of(new Measure.Embedding(field))
                        : given.fault("The field '" + field.name() + "' is of type "
                                + field.kind().wireName() + "; items are compared by an embedding or by 'pixels'."));
    }

    private static double threshold(GivenObject given, Measure by) {
        return given.find("threshold")
                .flatMap(value -> value.number(0, by.greatestThreshold()))
                .orElse(by.usualThreshold());
    }

    private static Optional<SearchPosition> position(GivenValue given, SearchToken token) {
        return given.text().flatMap(text -> {
            var position = token.read(text).filter(read -> read.value() instanceof TypedValue.Quantity);
            return position.isPresent()
                    ? position
                    : given.fault("This token was not given by a page of this question, which has to have the same"
                            + " filter, by, threshold and withMembers.");
        });
    }
}

package io.accession.core.search;

import io.accession.core.registry.PageRequest;
import io.accession.core.schema.TypedValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads searches, strictly: all faults at once, each with its place and its cure. For one search. */
final class SearchReader {

    private static final Set<String> PROPERTIES =
            Set.of("filter", "similar", "frames", "sort", "facets", "withMembers", "limit", "pageToken", "offset");

    private static final Set<String> SELECTION = Set.of("filter", "withMembers");
    private static final String RELEVANCE = "relevance";
    private static final SearchOrder NEWEST_FIRST =
            new SearchOrder.ByField(new SearchField.Property(ItemProperty.CREATED), true);
    private static final Filter NO_MEMBERS =
            Filter.equalTo(new SearchField.Property(ItemProperty.IS_MEMBER), new TypedValue.Flag(false));

    private final SearchFields fields;
    private final Places places;
    private final TextEncoders encoders;
    private final SearchFaults faults = new SearchFaults();

    SearchReader(SearchFields fields, Places places, TextEncoders encoders) {
        this.fields = fields;
        this.places = places;
        this.encoders = encoders;
    }

    /**
     * Reads a search from maps, lists and plain values.
     *
     * @throws io.accession.core.domain.RegistryException with all faults
     */
    SearchRequest read(@Nullable Object json) {
        var request =
                new GivenValue(json, "", faults).object(PROPERTIES).map(given -> read(given, SearchToken.of(json)));
        faults.refuse();
        return request.orElseThrow();
    }

    /**
     * Reads which items are meant: a filter, and whether members are meant too.
     *
     * @throws io.accession.core.domain.RegistryException with all faults
     */
    Filter readSelection(@Nullable Object json) {
        var filter = new GivenValue(json, "", faults)
                .object(SELECTION)
                .map(given -> selected(filter(given), withMembers(given)));
        faults.refuse();
        return filter.orElseThrow();
    }

    private Filter filter(GivenObject given) {
        return given.find("filter")
                .map(new FilterReader(fields, places, faults)::read)
                .orElse(Filter.everything());
    }

    static boolean withMembers(GivenObject given) {
        return given.find("withMembers").flatMap(GivenValue::flag).orElse(false);
    }

    static Filter selected(Filter filter, boolean withMembers) {
        return withMembers ? filter : new Filter.And(List.of(filter, NO_MEMBERS));
    }

    private SearchRequest read(GivenObject given, SearchToken token) {
        var filter = filter(given);
        var similar = given.find("similar")
                .flatMap(new SimilarReading(fields, encoders)::read)
                .orElse(null);
        var frames = given.find("frames")
                .map(new FilterReader(fields, places, faults)::readFrames)
                .orElse(null);
        boolean withMembers = withMembers(given);
        long limit = given.find("limit")
                .flatMap(value -> value.whole(0, PageRequest.MAXIMUM_LIMIT))
                .orElse((long) PageRequest.DEFAULT_LIMIT);
        var order = given.find("sort")
                .flatMap(this::order)
                .orElse(frames == null ? defaultOrder(filter, similar) : NEWEST_FIRST);
        var facets = given.find("facets").map(new FacetReading(fields)::read).orElse(List.of());
        if (frames != null) {
            new FrameHits(given).check(order, facets);
        }
        return new SearchRequest(
                selected(filter, withMembers),
                similar,
                frames,
                order,
                facets,
                (int) limit,
                given.find("pageToken")
                        .flatMap(text -> position(text, token, order, frames != null))
                        .orElse(null),
                offset(given));
    }

    private static long offset(GivenObject given) {
        var offset = given.find("offset");
        return given.find("pageToken").isPresent()
                ? offset.flatMap(value -> value.<Long>fault("A page begins behind a token or an offset, not both."))
                        .orElse(0L)
                : offset.flatMap(value -> value.whole(0, Integer.MAX_VALUE)).orElse(0L);
    }

    private static SearchOrder defaultOrder(Filter filter, @Nullable Similar similar) {
        return similar != null || isScored(filter) ? new SearchOrder.Relevance() : NEWEST_FIRST;
    }

    /** Whether words are looked for that all hits have. */
    private static boolean isScored(Filter filter) {
        return switch (filter) {
            case Filter.Words _ -> true;
            case Filter.And(var filters) -> filters.stream().anyMatch(SearchReader::isScored);
            case Filter.Or(var filters) ->
                !filters.isEmpty() && filters.stream().allMatch(SearchReader::isScored);
            case Filter.Not _,
                    Filter.OneOf _,
                    Filter.Range _,
                    Filter.Prefix _,
                    Filter.Exists _,
                    Filter.Box _,
                    Filter.Near _,
                    Filter.OnMap _,
                    Filter.Frames _,
                    Filter.InFolders _,
                    Filter.Items _ -> false;
        };
    }

    private static Optional<SearchPosition> position(
            GivenValue given, SearchToken token, SearchOrder order, boolean isOfFrames) {
        return given.text().flatMap(text -> {
            var position = token.read(text).filter(read -> isOf(order, read) && (read.frame() != null || !isOfFrames));
            return position.isPresent()
                    ? position
                    : given.fault("This token was not given by a page of this search, which has to have the same"
                            + " filter, similar, frames, sort and withMembers.");
        });
    }

    private static boolean isOf(SearchOrder order, SearchPosition position) {
        return switch (order) {
            case SearchOrder.Relevance _ -> position.value() instanceof TypedValue.Quantity;
            case SearchOrder.ByField(var field, var _) ->
                switch (position.value()) {
                    case null -> true;
                    case TypedValue.Flag _ -> field.kind() == ValueKind.BOOLEAN;
                    case TypedValue.Moment _ -> field.kind() == ValueKind.DATETIME;
                    case TypedValue.Quantity _ -> field.kind() == ValueKind.NUMBER;
                    case TypedValue.Words _ -> field.kind().hasWords();
                    case TypedValue.Id _, TypedValue.Vector _, TypedValue.Place _ -> false;
                };
        };
    }

    private Optional<SearchOrder> order(GivenValue given) {
        return given.object(Set.of("field", "descending")).flatMap(sort -> {
            boolean isDescending =
                    sort.find("descending").flatMap(GivenValue::flag).orElse(false);
            var name = sort.require("field");
            if (name.isPresent() && RELEVANCE.equals(name.get().value())) {
                return Optional.of(new SearchOrder.Relevance());
            }
            return name.flatMap(this::sortable).map(field -> new SearchOrder.ByField(field, isDescending));
        });
    }

    private Optional<SearchField> sortable(GivenValue given) {
        return fields.read(given)
                .flatMap(field -> field.isSortable()
                        ? Optional.of(field)
                        : given.fault("Hits cannot be sorted by '" + field.name() + "', which is of type "
                                + field.kind().wireName()
                                + (field.hasManyValues() ? " and has several values." : ".")));
    }
}

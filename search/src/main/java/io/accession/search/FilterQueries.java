package io.accession.search;

import io.accession.core.schema.TypedValue;
import io.accession.core.search.Filter;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchField;
import io.accession.core.search.ValueKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns filters into Lucene's queries. Only words are scored: what else a hit has to be says nothing of how good it is. */
final class FilterQueries {

    /** More are not looked up one by one. */
    private static final int MANY_ITEMS = 10_000;

    private final KnownMaps maps;
    private final Deadline deadline;
    private final boolean areFrames;

    FilterQueries(KnownMaps maps, Deadline deadline) {
        this(maps, deadline, false);
    }

    private FilterQueries(KnownMaps maps, Deadline deadline, boolean areFrames) {
        this.maps = maps;
        this.deadline = deadline;
        this.areFrames = areFrames;
    }

    /** The query of a filter for frames. */
    Query ofFrames(Filter filter) {
        return new FilterQueries(maps, deadline, true).of(filter);
    }

    /**
     * The query of a filter.
     *
     * @throws KnownMaps.MapChangedException when it names an area of a map of before
     */
    Query of(Filter filter) {
        return switch (filter) {
            case Filter.And(var filters) -> and(filters);
            case Filter.Or(var filters) -> or(filters);
            case Filter.Not(var not) ->
                new BooleanQuery.Builder()
                        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                        .add(of(not), Occur.MUST_NOT)
                        .build();
            case Filter.OneOf(var field, var values) -> oneOf(field, values);
            case Filter.Range range -> range(range);
            case Filter.Prefix(var field, var prefix) -> prefix(FieldNames.values(field), prefix);
            case Filter.Words(var field, var text) -> words(field, text);
            case Filter.Exists(var field) -> exists(field);
            case Filter.Box(var field, var south, var west, var north, var east) ->
                guarded(LatLonPoint.newBoxQuery(FieldNames.values(field), south, north, west, east));
            case Filter.Near(var field, var latitude, var longitude, var meters) ->
                guarded(LatLonPoint.newDistanceQuery(FieldNames.values(field), latitude, longitude, meters));
            case Filter.OnMap(var field, int version, var part) ->
                new OnMapQuery(
                        FieldNames.values(field), maps.require(field, version), part, maps.segments(), areFrames);
            case Filter.Frames(var passing) -> new FramesQuery(ofFrames(passing), deadline);
            case Filter.InFolders(var folders) ->
                ids(FieldNames.FOLDER, folders.stream().map(folder -> folder.value()));
            case Filter.Items(var items) when items.size() > MANY_ITEMS -> new AmongItemsQuery(items, deadline);
            case Filter.Items(var items) -> ids(FieldNames.ID, items.stream().map(item -> item.value()));
        };
    }

    /** What may be read; empty when that is everything. */
    static Optional<Query> open(ReadableFolders readable) {
        return switch (readable) {
            case ReadableFolders.All _ -> Optional.empty();
            case ReadableFolders.Only(var folders) ->
                Optional.of(ids(FieldNames.FOLDER, folders.stream().map(folder -> folder.value())));
        };
    }

    /** Whether some hits are better than others. */
    static boolean isScored(Filter filter) {
        return switch (filter) {
            case Filter.Words _ -> true;
            case Filter.And(var filters) -> filters.stream().anyMatch(FilterQueries::isScored);
            case Filter.Or(var filters) -> filters.stream().anyMatch(FilterQueries::isScored);
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

    private Query guarded(Query query) {
        return new GuardedQuery(query, deadline);
    }

    private Query and(List<Filter> filters) {
        if (filters.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        var query = new BooleanQuery.Builder();
        for (var filter : filters) {
            query.add(of(filter), isScored(filter) ? Occur.MUST : Occur.FILTER);
        }
        return query.build();
    }

    private Query or(List<Filter> filters) {
        if (filters.isEmpty()) {
            return new MatchNoDocsQuery("one of none");
        }
        var query = new BooleanQuery.Builder();
        for (var filter : filters) {
            query.add(isScored(filter) ? of(filter) : unscored(of(filter)), Occur.SHOULD);
        }
        return query.build();
    }

    private static Query unscored(Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), 0);
    }

    private static Query oneOf(SearchField field, Set<TypedValue> values) {
        var name = FieldNames.values(field);
        return switch (field.kind()) {
            case BOOLEAN, UUID, ENUM, VARCHAR -> {
                var terms = values.stream().map(Encoding::term).toList();
                yield FieldNames.hasFrequentTerms(field)
                        ? terms(name, terms)
                        : SortedSetDocValuesField.newSlowSetQuery(name, terms);
            }
            case NUMBER, DATETIME ->
                SortedNumericDocValuesField.newSlowSetQuery(
                        name, values.stream().mapToLong(FilterQueries::onScale).toArray());
            case TEXT, GEOSPATIAL, EMBEDDING -> throw notAsked("equality", field.kind());
        };
    }

    private static Query terms(String name, Collection<BytesRef> terms) {
        return terms.size() == 1
                ? new ConstantScoreQuery(
                        new TermQuery(new Term(name, terms.iterator().next())))
                : new TermInSetQuery(name, terms);
    }

    private static Query ids(String name, Stream<UUID> ids) {
        return terms(name, ids.map(Encoding::term).toList());
    }

    /** Between two numbers that are stored, both included. */
    private static Query range(Filter.Range range) {
        long from = Long.MIN_VALUE;
        long to = Long.MAX_VALUE;
        var low = range.low();
        if (low != null) {
            from = onScale(low.value()) + (low.isInclusive() ? 0 : 1);
        }
        var high = range.high();
        if (high != null) {
            to = onScale(high.value()) - (high.isInclusive() ? 0 : 1);
        }
        return from > to
                ? new MatchNoDocsQuery("an empty range")
                : SortedNumericDocValuesField.newSlowRangeQuery(FieldNames.values(range.field()), from, to);
    }

    private static long onScale(TypedValue value) {
        return switch (value) {
            case TypedValue.Quantity(var number) -> Encoding.number(number);
            case TypedValue.Moment(var moment) -> Encoding.moment(moment);
            case TypedValue.Flag _, TypedValue.Id _, TypedValue.Words _, TypedValue.Vector _, TypedValue.Place _ ->
                throw new IllegalArgumentException("on no scale: " + value);
        };
    }

    /** Terms that begin so stand together: two look-ups find where, however many they are. */
    private static Query prefix(String name, String prefix) {
        if (prefix.isEmpty()) {
            return new FieldExistsQuery(name);
        }
        var from = new BytesRef(prefix);
        var to = BytesRef.deepCopyOf(from);
        to.bytes[to.offset + to.length - 1]++; // no byte of UTF-8 is the greatest one
        return SortedSetDocValuesField.newSlowRangeQuery(name, from, to, true, false);
    }

    private static Query words(@Nullable SearchField field, String text) {
        var words = Set.copyOf(SplitText.of(text).words());
        if (words.isEmpty()) {
            return unscored(MatchAllDocsQuery.INSTANCE);
        }
        if (field != null && field.kind() == ValueKind.ENUM) {
            return options(field, words);
        }
        var name = field == null ? FieldNames.WORDS : FieldNames.words(field);
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(new TermQuery(new Term(name, word)), Occur.MUST));
        return query.build();
    }

    private static Query options(SearchField field, Set<String> words) {
        var fitting = field.options().stream()
                .filter(option -> new HashSet<>(SplitText.of(option).words()).containsAll(words))
                .map(Encoding::term)
                .toList();
        return fitting.isEmpty()
                ? new MatchNoDocsQuery("no value has the words")
                : terms(FieldNames.values(field), fitting);
    }

    private static Query exists(SearchField field) {
        return switch (field.kind()) {
            case BOOLEAN, DATETIME, NUMBER, UUID, ENUM, VARCHAR, GEOSPATIAL ->
                new FieldExistsQuery(FieldNames.values(field));
            case TEXT, EMBEDDING -> new ConstantScoreQuery(new TermQuery(new Term(FieldNames.PRESENT, field.name())));
        };
    }

    private static IllegalArgumentException notAsked(String what, ValueKind kind) {
        return new IllegalArgumentException(what + " is not asked of values of kind " + kind);
    }
}

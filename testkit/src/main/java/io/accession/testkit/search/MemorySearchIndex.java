package io.accession.testkit.search;

import static io.accession.testkit.search.MemoryValues.ORDER;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataReading;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.Filter;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchHits.Precision;
import io.accession.core.search.SearchIndex;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchPosition;
import io.accession.core.search.SearchRequest;
import io.accession.core.search.SearchableItem;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An index that looks at every item for every search. */
public final class MemorySearchIndex implements SearchIndex {

    private static final Comparator<@Nullable TypedValue> MISSING_LAST = Comparator.nullsLast(ORDER);
    private static final Comparator<@Nullable TypedValue> MISSING_LAST_DESCENDING =
            Comparator.nullsLast(ORDER.reversed());
    private static final Comparator<ItemId> BY_ID =
            Comparator.comparing(item -> item.value().toString());

    private final List<MemoryDocument> documents;

    public MemorySearchIndex(MetadataSchema schema, List<SearchableItem> items) {
        var reading = new MetadataReading(schema);
        var wordFields = wordFields(schema);
        this.documents = items.stream()
                .map(item -> MemoryDocument.of(item, reading, wordFields))
                .toList();
    }

    private static List<SearchField> wordFields(MetadataSchema schema) {
        var title = new SearchField.Property(ItemProperty.NAME);
        var metadata = schema.fields().entrySet().stream()
                .filter(field -> field.getValue() instanceof FieldType.Declared)
                .map(field -> new SearchField.Metadata(field.getKey(), (FieldType.Declared) field.getValue()));
        return Stream.<SearchField>concat(Stream.of(title), metadata)
                .filter(field -> field.kind().hasWords())
                .toList();
    }

    private record Scored(MemoryDocument document, @Nullable TypedValue value, double score) {

        SearchPosition position() {
            return new SearchPosition(value, document.item().id(), document.frame());
        }

        SearchHits.Hit hit() {
            return new SearchHits.Hit(document.item().id(), document.frame(), score);
        }
    }

    @Override
    public SearchAnswer search(SearchRequest request, ReadableFolders readable) {
        var open = documents.stream().filter(isReadable(readable)).toList();
        var passing = open.stream().filter(MemoryMatching.of(request.filter())).toList();
        if (request.similar() != null) {
            return neighbours(request, passing, new MemorySimilarity(request.similar(), open));
        }
        var found = request.frames() == null ? passing : frames(passing, request.frames());
        var hits = found.stream().map(document -> scored(document, request)).toList();
        return page(request, hits, found);
    }

    private static SearchAnswer neighbours(
            SearchRequest request, List<MemoryDocument> passing, MemorySimilarity similarity) {
        var missing = similarity.missing();
        if (missing.isPresent()) {
            return new SearchAnswer.AnchorMissing(missing.get());
        }
        var direction = similarity.direction();
        if (direction.isEmpty()) {
            return new SearchAnswer.AnchorsCancel();
        }
        var nearest = similarity.nearest(passing, direction.get());
        var hits = nearest.stream()
                .map(neighbour -> scored(neighbour, request.order()))
                .toList();
        var items = nearest.stream()
                .map(MemorySimilarity.Neighbour::item)
                .distinct()
                .toList();
        return page(request, hits, items);
    }

    private static List<MemoryDocument> frames(List<MemoryDocument> items, Filter passing) {
        return items.stream()
                .flatMap(item -> item.frames().stream())
                .filter(MemoryMatching.of(passing))
                .toList();
    }

    /** {@code counted} are the documents that facets count. */
    private static SearchAnswer page(SearchRequest request, List<Scored> hits, List<MemoryDocument> counted) {
        var order = order(request.order());
        var after = request.after();
        var rest = hits.stream()
                .sorted(Comparator.comparing(Scored::position, order))
                .filter(hit -> after == null || order.compare(hit.position(), after) > 0)
                .skip(request.offset())
                .toList();
        var page = rest.subList(0, Math.min(request.limit(), rest.size()));
        var next = page.isEmpty() || page.size() == rest.size()
                ? null
                : page.getLast().position();
        var facets = new MemoryFacets(counted);
        return new SearchAnswer.Found(new SearchHits(
                page.stream().map(Scored::hit).toList(),
                hits.size(),
                request.facets().stream().map(facets::count).toList(),
                next,
                Precision.EXACT));
    }

    private static Predicate<MemoryDocument> isReadable(ReadableFolders readable) {
        return switch (readable) {
            case ReadableFolders.All _ -> document -> true;
            case ReadableFolders.Only(var folders) ->
                document -> folders.contains(document.item().folder());
        };
    }

    private static Scored scored(MemoryDocument document, SearchRequest request) {
        double score = occurrences(document, request.filter());
        return switch (request.order()) {
            case SearchOrder.Relevance _ -> new Scored(document, new TypedValue.Quantity(score), score);
            case SearchOrder.ByField(var field, var _) -> new Scored(document, document.value(field), score);
        };
    }

    /** Frames are sorted by what their items have. */
    private static Scored scored(MemorySimilarity.Neighbour neighbour, SearchOrder order) {
        double cosine = neighbour.cosine();
        return switch (order) {
            case SearchOrder.Relevance _ -> new Scored(neighbour.found(), new TypedValue.Quantity(cosine), cosine);
            case SearchOrder.ByField(var field, var _) ->
                new Scored(neighbour.found(), neighbour.item().value(field), cosine);
        };
    }

    /** How often the words that are looked for occur. */
    private static double occurrences(MemoryDocument document, Filter filter) {
        return switch (filter) {
            case Filter.And(var filters) ->
                filters.stream().mapToDouble(one -> occurrences(document, one)).sum();
            case Filter.Or(var filters) ->
                filters.stream().mapToDouble(one -> occurrences(document, one)).sum();
            case Filter.Words(var field, var text) -> {
                var wanted = MemoryDocument.words(text).collect(Collectors.toSet());
                yield document.words(field).stream().filter(wanted::contains).count();
            }
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
                    Filter.Items _ -> 0;
        };
    }

    private static Comparator<SearchPosition> order(SearchOrder order) {
        boolean isDescending = switch (order) {
            case SearchOrder.Relevance _ -> true;
            case SearchOrder.ByField(var _, var descending) -> descending;
        };
        Comparator<SearchPosition> byValue = (left, right) ->
                (isDescending ? MISSING_LAST_DESCENDING : MISSING_LAST).compare(left.value(), right.value());
        return byValue.thenComparing(SearchPosition::item, BY_ID)
                .thenComparing(SearchPosition::frame, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}

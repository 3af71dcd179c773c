package io.accession.search;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchPosition;
import io.accession.core.search.ValueKind;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The order of hits in Lucene's terms: by the wanted value, and by their ids where that is the same. */
final class Ordering {

    private static final SortField BY_ID_HIGH = new SortField(FieldNames.ID_HIGH, SortField.Type.LONG);
    private static final SortField BY_ID_LOW = new SortField(FieldNames.ID_LOW, SortField.Type.LONG);

    private static final SortField BY_FRAME = new SortField(FieldNames.FRAME, SortField.Type.LONG);

    private final SearchOrder order;
    private final boolean isOfFrames;

    private Ordering(SearchOrder order, boolean isOfFrames) {
        this.order = order;
        this.isOfFrames = isOfFrames;
    }

    static Ordering ofItems(SearchOrder order) {
        return new Ordering(order, false);
    }

    /** Those of an item in their order, where all else is the same. */
    static Ordering ofFrames(SearchOrder order) {
        return new Ordering(order, true);
    }

    boolean isByRelevance() {
        return order instanceof SearchOrder.Relevance;
    }

    Sort sort() {
        return isOfFrames
                ? new Sort(first(), BY_ID_HIGH, BY_ID_LOW, BY_FRAME)
                : new Sort(first(), BY_ID_HIGH, BY_ID_LOW);
    }

    /** What hits are sorted by, the foremost first. */
    List<HitKey> keys() {
        var byItem = List.of(
                foremostKey(),
                new HitKey.Numeric(FieldNames.ID_HIGH, false, 0),
                new HitKey.Numeric(FieldNames.ID_LOW, false, 0));
        return isOfFrames
                ? Stream.concat(byItem.stream(), Stream.of(new HitKey.Numeric(FieldNames.FRAME, false, 0)))
                        .toList()
                : byItem;
    }

    private HitKey foremostKey() {
        return switch (order) {
            case SearchOrder.Relevance _ -> new HitKey.Score();
            case SearchOrder.ByField(var field, var isDescending) -> keyOf(field, isDescending);
        };
    }

    private static HitKey keyOf(SearchField field, boolean isDescending) {
        var name = FieldNames.values(field);
        return switch (field.kind()) {
            case BOOLEAN, ENUM, VARCHAR -> new HitKey.Term(name, isDescending);
            case NUMBER -> new HitKey.Numeric(name, isDescending, Encoding.number(missingNumber(isDescending)));
            case DATETIME -> new HitKey.Numeric(name, isDescending, missingMoment(isDescending));
            case UUID, TEXT, GEOSPATIAL, EMBEDDING ->
                throw new IllegalArgumentException("hits are not sorted by values of kind " + field.kind());
        };
    }

    private SortField first() {
        return switch (order) {
            case SearchOrder.Relevance _ -> SortField.FIELD_SCORE;
            case SearchOrder.ByField(var field, var isDescending) -> byField(field, isDescending);
        };
    }

    private static SortField byField(SearchField field, boolean isDescending) {
        var name = FieldNames.values(field);
        return switch (field.kind()) {
            case BOOLEAN, ENUM, VARCHAR ->
                KeywordField.newSortField(
                        name,
                        isDescending,
                        SortedSetSelector.Type.MIN,
                        isDescending ? SortField.STRING_FIRST : SortField.STRING_LAST);
            case NUMBER -> {
                var sort = new SortedNumericSortField(
                        name, SortField.Type.DOUBLE, isDescending, SortedNumericSelector.Type.MIN);
                sort.setMissingValue(missingNumber(isDescending));
                yield sort;
            }
            case DATETIME -> {
                var sort = new SortedNumericSortField(
                        name, SortField.Type.LONG, isDescending, SortedNumericSelector.Type.MIN);
                sort.setMissingValue(missingMoment(isDescending));
                yield sort;
            }
            case UUID, TEXT, GEOSPATIAL, EMBEDDING ->
                throw new IllegalArgumentException("hits are not sorted by values of kind " + field.kind());
        };
    }

    // What no value has, and what comes last.
    private static Double missingNumber(boolean isDescending) {
        return isDescending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private static Long missingMoment(boolean isDescending) {
        return isDescending ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** What Lucene goes on behind: greater than every document that is sorted the same, for there is none. */
    FieldDoc after(SearchPosition position) {
        var id = position.item().value();
        var value = sorted(position.value());
        var high = Encoding.half(id.getMostSignificantBits());
        var low = Encoding.half(id.getLeastSignificantBits());
        return isOfFrames
                ? new FieldDoc(
                        Integer.MAX_VALUE, Float.NaN, new @Nullable Object[] {value, high, low, position.frame()})
                : new FieldDoc(Integer.MAX_VALUE, Float.NaN, new @Nullable Object[] {value, high, low});
    }

    private @Nullable Object sorted(@Nullable TypedValue value) {
        return switch (value) {
            case TypedValue.Quantity(var number) -> isByRelevance() ? (Object) (float) number : (Object) (number + 0.0);
            case TypedValue.Moment(var moment) -> Encoding.moment(moment);
            case TypedValue.Flag flag -> Encoding.term(flag);
            case TypedValue.Words words -> Encoding.term(words);
            case TypedValue.Id _, TypedValue.Vector _, TypedValue.Place _ ->
                throw new IllegalArgumentException("hits are not sorted by " + value);
            case null -> missing();
        };
    }

    private @Nullable Object missing() {
        return switch (order) {
            case SearchOrder.Relevance _ -> 0f;
            case SearchOrder.ByField(var field, var isDescending)
            when field.kind() == ValueKind.NUMBER -> missingNumber(isDescending);
            case SearchOrder.ByField(var field, var isDescending)
            when field.kind() == ValueKind.DATETIME -> missingMoment(isDescending);
            case SearchOrder.ByField _ -> null;
        };
    }

    SearchPosition position(FieldDoc hit) {
        return new SearchPosition(value(hit), item(hit), frame(hit));
    }

    /** Null for an item as a whole. */
    @Nullable
    Long frame(FieldDoc hit) {
        return isOfFrames ? (Long) hit.fields[3] : null;
    }

    ItemId item(FieldDoc hit) {
        return new ItemId(new UUID(Encoding.half((Long) hit.fields[1]), Encoding.half((Long) hit.fields[2])));
    }

    double score(FieldDoc hit) {
        return isByRelevance() ? (Float) hit.fields[0] : 0;
    }

    private @Nullable TypedValue value(FieldDoc hit) {
        var sorted = hit.fields[0];
        if (sorted == null || sorted.equals(missing())) {
            return isByRelevance() ? new TypedValue.Quantity(0) : null;
        }
        return switch (sorted) {
            case Float score -> new TypedValue.Quantity(score);
            case Double number -> new TypedValue.Quantity(number);
            case Long micros -> new TypedValue.Moment(Encoding.moment(micros));
            case BytesRef term -> Encoding.value(kind(), term);
            default -> throw new IllegalStateException("hits are not sorted by " + sorted.getClass());
        };
    }

    private ValueKind kind() {
        return switch (order) {
            case SearchOrder.ByField(var field, var _) -> field.kind();
            case SearchOrder.Relevance _ -> ValueKind.NUMBER;
        };
    }
}

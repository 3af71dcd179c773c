package io.accession.testkit.search;

import static io.accession.testkit.search.SearchGiven.SCHEMA;
import static io.accession.testkit.search.SearchGiven.key;
import static io.accession.testkit.search.SearchGiven.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.Facet;
import io.accession.core.search.FacetCounts;
import io.accession.core.search.Filter;
import io.accession.core.search.Filter.Bound;
import io.accession.core.search.ItemProperty;
import io.accession.core.search.ReadableFolders;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchField;
import io.accession.core.search.SearchHits;
import io.accession.core.search.SearchIndex;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchPosition;
import io.accession.core.search.SearchRequest;
import io.accession.core.search.SearchableItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index over a catalogue of a test's own, and the words in which promises about it are written. */
abstract class SearchSuite {

    static final SearchField WEATHER = key("weather");
    static final SearchField SPEED = key("speed");
    static final SearchField NIGHT = key("night");
    static final SearchField CAPTURED = key("captured");
    static final SearchField VEHICLE = key("vehicle");
    static final SearchField DRIVER = key("driver.name");
    static final SearchField NOTES = key("notes");
    static final SearchField PLACE = key("place");
    static final SearchField LOOK = key("look");
    static final SearchField NAME = property(ItemProperty.NAME);
    static final ReadableFolders ALL = new ReadableFolders.All();
    static final SearchOrder BY_AGE = new SearchOrder.ByField(property(ItemProperty.CREATED), false);

    final SearchGiven given = new SearchGiven();
    private @Nullable SearchIndex current;
    private int known = -1;

    /** An index that has these items and knows what their metadata mean. Asked anew when items were added; a test asks a few times. */
    protected abstract SearchIndex index(MetadataSchema schema, List<SearchableItem> items) throws Exception;

    List<ItemId> found(Filter filter) {
        return items(hits(request(filter, BY_AGE, 100), ALL));
    }

    List<ItemId> sorted(SearchField field, boolean isDescending) {
        return items(hits(request(Filter.everything(), new SearchOrder.ByField(field, isDescending), 100), ALL));
    }

    List<FacetCounts> facets(Facet... facets) {
        return hits(new SearchRequest(Filter.everything(), null, BY_AGE, List.of(facets), 0, null), ALL)
                .facets();
    }

    List<ItemId> pages(SearchRequest request) {
        var all = new ArrayList<ItemId>();
        var page = hits(request, ALL);
        all.addAll(items(page));
        while (page.next() != null) {
            page = hits(request.after(page.next()), ALL);
            all.addAll(items(page));
        }
        return all;
    }

    SearchHits hits(SearchRequest request, ReadableFolders readable) {
        return hits(current(), request, readable);
    }

    SearchAnswer answer(SearchRequest request, ReadableFolders readable) {
        return current().search(request, readable);
    }

    private SearchIndex current() {
        var index = current;
        if (index == null || known != given.items().size()) {
            known = given.items().size();
            try {
                index = index(SCHEMA, given.items());
            } catch (Exception e) {
                throw new AssertionError("the index could not be made", e);
            }
            current = index;
        }
        return index;
    }

    static SearchHits hits(SearchIndex index, SearchRequest request, ReadableFolders readable) {
        return switch (index.search(request, readable)) {
            case SearchAnswer.Found(var hits) -> hits;
            case SearchAnswer other -> throw new AssertionError("hits were expected, not " + other);
        };
    }

    static SearchRequest request(Filter filter, SearchOrder order, int limit) {
        return new SearchRequest(filter, null, order, List.of(), limit, null);
    }

    static SearchPosition position(SearchHits hits) {
        var next = hits.next();
        assertThat(next).isNotNull();
        return next;
    }

    static List<ItemId> items(SearchHits hits) {
        return hits.hits().stream().map(SearchHits.Hit::item).toList();
    }

    static Filter range(SearchField field, @Nullable Bound low, @Nullable Bound high) {
        return new Filter.Range(field, low, high);
    }

    static Bound at(TypedValue value) {
        return new Bound(value, true);
    }

    static Bound beyond(TypedValue value) {
        return new Bound(value, false);
    }

    static TypedValue words(String text) {
        return new TypedValue.Words(text);
    }

    static TypedValue number(double number) {
        return new TypedValue.Quantity(number);
    }

    static TypedValue moment(String text) {
        return new TypedValue.Moment(Instant.parse(text));
    }
}

package io.accession.core.search;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.registry.PageRequest;
import io.accession.core.schema.TypedValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that a search finds, to be gone through page by page, as often as one likes. What is added or removed meanwhile may be among it or not.
 */
public final class FoundItems {

    private static final SearchField KIND = new SearchField.Property(ItemProperty.KIND);

    private final SearchRequest request;
    private final Function<SearchRequest, SearchHits> hits;

    FoundItems(SearchRequest request, Function<SearchRequest, SearchHits> hits) {
        this.request = request;
        this.hits = hits;
    }

    /** Takes a page. */
    @FunctionalInterface
    public interface Pages<E extends Exception> {
        void take(List<ItemId> items) throws E;
    }

    /** What kinds of items there are. */
    public Set<ItemKind> kinds() {
        var facet = new Facet.Terms(KIND, ItemKind.values().length);
        var counts = hits.apply(
                new SearchRequest(request.filter(), request.similar(), request.order(), List.of(facet), 0, null));
        var kinds = EnumSet.noneOf(ItemKind.class);
        for (var counted : counts.facets()) {
            if (counted instanceof FacetCounts.Terms(var _, var terms, long _, long _)) {
                terms.forEach(term -> kind(term.value()).ifPresent(kinds::add));
            }
        }
        return kinds;
    }

    private static Optional<ItemKind> kind(TypedValue value) {
        return value instanceof TypedValue.Words(var name) ? ItemKind.find(name) : Optional.empty();
    }

    /** In the order of the search. */
    public <E extends Exception> void forEach(Pages<E> pages) throws E {
        forEach(request, pages);
    }

    /** Those of some kinds. */
    public <E extends Exception> void forEach(Set<ItemKind> kinds, Pages<E> pages) throws E {
        var names = kinds.stream()
                .<TypedValue>map(kind -> new TypedValue.Words(kind.wireName()))
                .collect(Collectors.toSet());
        var ofKinds = new Filter.And(List.of(whole(), new Filter.OneOf(KIND, names)));
        forEach(new SearchRequest(ofKinds, null, unscored(), List.of(), 0, null), pages);
    }

    /** The nearest of one kind are others than those of the nearest that are of it. */
    private Filter whole() {
        if (request.similar() == null) {
            return request.filter();
        }
        var nearest = new ArrayList<ItemId>();
        forEach(request, nearest::addAll);
        return new Filter.Items(Set.copyOf(nearest));
    }

    private SearchOrder unscored() {
        return request.similar() == null
                ? request.order()
                : new SearchOrder.ByField(new SearchField.Property(ItemProperty.CREATED), false);
    }

    private <E extends Exception> void forEach(SearchRequest wanted, Pages<E> pages) throws E {
        var first = new SearchRequest(
                wanted.filter(), wanted.similar(), wanted.order(), List.of(), PageRequest.MAXIMUM_LIMIT, null);
        for (var next = first; next != null; ) {
            var page = hits.apply(next);
            pages.take(page.hits().stream().map(SearchHits.Hit::item).distinct().toList());
            next = page.next() == null ? null : first.after(page.next());
        }
    }
}

package io.accession.core.search;

import io.accession.core.curation.FilterPresets;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.registry.Items;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import io.accession.core.schema.JsonValues;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.SearchPage.FoundItem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Searches for somebody: what they may not read is neither found nor counted. */
public final class Search {

    private final SearchIndex index;
    private final SearchScope scope;
    private final MetadataSchemas schemas;
    private final FilterPresets presets;
    private final Items items;

    public Search(SearchIndex index, SearchScope scope, MetadataSchemas schemas, FilterPresets presets, Items items) {
        this.index = index;
        this.scope = scope;
        this.schemas = schemas;
        this.presets = presets;
        this.items = items;
    }

    /** The fields that can be searched by now. */
    public SearchFields fields() {
        return new SearchFields(schemas.current().map(SchemaVersion::schema).orElseGet(MetadataSchema::empty));
    }

    /**
     * A page of what a search finds.
     *
     * @param search a JSON object (docs/guides/search.md)
     * @throws RegistryException when the search is wrong, with all faults, or costs too much
     */
    public SearchPage search(Principal asking, String search) {
        var json = json(search);
        var hits = hits(read(asking, json), scope.readable(asking));
        var ids = hits.hits().stream().map(SearchHits.Hit::item).distinct().toList();
        var found = items.readOpen(asking, ids).stream()
                .collect(Collectors.toMap(item -> item.item().id(), Function.identity()));
        return new SearchPage(
                hits.hits().stream()
                        .flatMap(hit -> found(hit, found.get(hit.item())).stream())
                        .toList(),
                hits.total(),
                hits.facets(),
                hits.next() == null ? null : SearchToken.of(json).text(hits.next()),
                hits.precision());
    }

    private static Optional<FoundItem> found(SearchHits.Hit hit, @Nullable RegisteredItem item) {
        return Optional.ofNullable(item).map(there -> new FoundItem(there, hit.frame(), hit.score()));
    }

    /** Takes a page of what was found. */
    @FunctionalInterface
    public interface Pages<E extends Exception> {
        void take(List<ItemId> items) throws E;
    }

    /**
     * Hands over the ids of everything that a search finds, in its order, page after page. What is added meanwhile may be among it or not. The
     * search's limit, page token and facets do not count.
     */
    public <E extends Exception> void walk(Principal asking, String search, Pages<E> pages) throws E {
        var read = read(asking, json(search));
        var readable = scope.readable(asking);
        var request = new SearchRequest(
                read.filter(), read.similar(), read.order(), List.of(), PageRequest.MAXIMUM_LIMIT, null);
        for (var next = request; next != null; ) {
            var hits = hits(next, readable);
            pages.take(hits.hits().stream().map(SearchHits.Hit::item).distinct().toList());
            next = hits.next() == null ? null : request.after(hits.next());
        }
    }

    /**
     * Looks whether a filter can be kept for later searches.
     *
     * @param pointer where it was given: a JSON Pointer, with which those of its faults begin
     * @throws RegistryException with all faults
     */
    public void check(Principal asking, String filter, String pointer) {
        var faults = new SearchFaults();
        new FilterReader(fields(), new AskersPlaces(scope, presets, asking), faults)
                .read(new GivenValue(json(filter), pointer, faults));
        faults.refuse();
    }

    private SearchRequest read(Principal asking, @Nullable Object json) {
        return new SearchReader(fields(), new AskersPlaces(scope, presets, asking)).read(json);
    }

    private static @Nullable Object json(String text) {
        try {
            return JsonValues.read(text);
        } catch (IOException e) {
            throw new RegistryException(
                    new RegistryError.Invalid("The search is not valid JSON: " + e.getMessage()), e);
        }
    }

    private SearchHits hits(SearchRequest request, ReadableFolders readable) {
        return switch (index.search(request, readable)) {
            case SearchAnswer.Found(var hits) -> hits;
            case SearchAnswer.TookTooLong(var limit) ->
                throw invalid("The search took longer than " + limit.toSeconds()
                        + " s. Narrow it: name a folder or a kind, or ask for fewer facets.");
            case SearchAnswer.TooExpensive(var cure) -> throw invalid(cure);
            case SearchAnswer.AnchorMissing(var anchor) -> throw invalid(missing(anchor));
            case SearchAnswer.AnchorsCancel _ ->
                throw invalid(
                        "The anchors cancel each other out, so that nothing is like them. Leave one of them out.");
            case SearchAnswer.NotReady(var progress) ->
                throw new RegistryException(new RegistryError.Unavailable(progress + " Try again later."));
        };
    }

    private static String missing(Similar.Anchor anchor) {
        return switch (anchor) {
            case Similar.Anchor.OfItem(var item) ->
                "There is no item '" + item + "' with this embedding, or you may not use it.";
            case Similar.Anchor.OfFrame(var item, var frame) ->
                "There is no frame " + frame + " of the item '" + item
                        + "' with this embedding, or you may not use it.";
            case Similar.Anchor.Given _ -> "The index does not know this embedding yet. Try again in a moment.";
        };
    }

    private static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

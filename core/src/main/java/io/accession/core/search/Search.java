package io.accession.core.search;

import io.accession.core.curation.FilterPresets;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.embedding.EmbeddingKey;
import io.accession.core.embedding.TextEncoder;
import io.accession.core.registry.Items;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import io.accession.core.schema.JsonValues;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.schema.MetadataSchemas;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.SearchPage.FoundItem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Searches for somebody: what they may not read is neither found nor counted. */
public final class Search {

    private final SearchIndex index;
    private final MapIndex maps;
    private final SearchScope scope;
    private final MetadataSchemas schemas;
    private final FilterPresets presets;
    private final Items items;
    private final TextEncoders encoders;

    public Search(
            SearchIndex index,
            MapIndex maps,
            SearchScope scope,
            MetadataSchemas schemas,
            FilterPresets presets,
            Items items,
            TextEncoders encoders) {
        this.index = index;
        this.maps = maps;
        this.scope = scope;
        this.schemas = schemas;
        this.presets = presets;
        this.items = items;
        this.encoders = encoders;
    }

    /** The metadata schema in force. */
    public MetadataSchema schema() {
        return schema(schemas);
    }

    static MetadataSchema schema(MetadataSchemas schemas) {
        return schemas.current().map(SchemaVersion::schema).orElseGet(MetadataSchema::empty);
    }

    /** The fields that can be searched by now. */
    public SearchFields fields() {
        return new SearchFields(schema());
    }

    /** The encoders of the fields that can be searched by now. */
    public Map<SearchField, TextEncoder> encoders() {
        var all = new LinkedHashMap<SearchField, TextEncoder>();
        fields().all().forEach(field -> encoders.find(field).ifPresent(encoder -> all.put(field, encoder)));
        return all;
    }

    /**
     * A page of what a search finds.
     *
     * @param search a JSON object (docs/guides/search.md)
     * @throws RegistryException when the search is wrong, with all faults, or costs too much, or when a text could not be encoded
     */
    public SearchPage search(Principal asking, String search) {
        var json = json(search);
        var hits = hits(read(asking, json), scope.readable(asking));
        var ids = hits.hits().stream().map(SearchHits.Hit::item).distinct().toList();
        var found = items.readOpen(asking, ids).stream().collect(byId());
        return new SearchPage(
                hits.hits().stream()
                        .flatMap(hit -> found(hit, found.get(hit.item())).stream())
                        .toList(),
                hits.total(),
                hits.facets(),
                hits.next() == null ? null : SearchToken.of(json).text(hits.next()),
                hits.precision());
    }

    static Collector<RegisteredItem, ?, Map<ItemId, RegisteredItem>> byId() {
        return Collectors.toMap(item -> item.item().id(), Function.identity());
    }

    private static Optional<FoundItem> found(SearchHits.Hit hit, @Nullable RegisteredItem item) {
        return Optional.ofNullable(item).map(there -> new FoundItem(there, hit.frame(), hit.score()));
    }

    /**
     * Everything that a search finds; of frames, the items that they are of. The search's limit, page token and facets do not count.
     *
     * @throws RegistryException as {@link #search} does; each page may, too
     */
    public FoundItems found(Principal asking, String search) {
        var readable = scope.readable(asking);
        return new FoundItems(read(asking, json(search)).ofItems(), request -> hits(request, readable));
    }

    /**
     * Points of a map.
     *
     * @param selection a JSON object with a filter, or without (docs/guides/map.md)
     * @throws RegistryException when the selection is wrong, with all faults, or costs too much
     */
    public MappedPoints points(Principal asking, EmbeddingKey key, String selection) {
        var filter = reader(asking).readSelection(json(selection));
        return switch (maps.points(MapKey.field(key), filter, scope.readable(asking))) {
            case PointsAnswer.Found(var points) -> points;
            case PointsAnswer.Refused(var refusal) -> throw refused(refusal);
        };
    }

    /** How many points of a map the asker may see. */
    public long countPoints(Principal asking, EmbeddingKey key) {
        return maps.count(MapKey.field(key), scope.readable(asking));
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
        var request = reader(asking).read(json);
        var similar = request.similar();
        return similar == null ? request : request.with(new TextAnchors(encoders).encoded(similar));
    }

    private SearchReader reader(Principal asking) {
        return new SearchReader(fields(), new AskersPlaces(scope, presets, asking), encoders);
    }

    static @Nullable Object json(String text) {
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
            case SearchAnswer.Refusal refusal -> throw refused(refusal);
        };
    }

    static RegistryException refused(SearchAnswer.Refusal refusal) {
        return switch (refusal) {
            case SearchAnswer.TookTooLong(var limit) ->
                invalid("The search took longer than " + limit.toSeconds()
                        + " s. Narrow it: name a folder or a kind, or ask for fewer facets.");
            case SearchAnswer.TooExpensive(var cure) -> invalid(cure);
            case SearchAnswer.AnchorMissing(var anchor) -> invalid(missing(anchor));
            case SearchAnswer.AnchorsCancel _ ->
                invalid("The anchors cancel each other out, so that nothing is like them. Leave one of them out.");
            case SearchAnswer.MapChanged(var field, int version) ->
                new RegistryException(new RegistryError.Conflict(changed(MapKey.of(field), version)));
            case SearchAnswer.NotReady(var progress) ->
                new RegistryException(new RegistryError.Unavailable(progress + " Try again later."));
        };
    }

    private static String changed(String key, int version) {
        return version == 0
                ? "There is no map of '" + key + "' yet. Have it computed with 'accession map compute " + key + "'."
                : "The map of '" + key + "' was computed anew and has version " + version
                        + " now. Read its points again and choose the area there.";
    }

    private static String missing(Similar.Anchor anchor) {
        return switch (anchor) {
            case Similar.Anchor.OfItem(var item) ->
                "There is no item '" + item + "' with this embedding, or you may not use it.";
            case Similar.Anchor.OfFrame(var item, var frame) ->
                "There is no frame " + frame + " of the item '" + item
                        + "' with this embedding, or you may not use it.";
            case Similar.Anchor.Given _, Similar.Anchor.OfText _ ->
                "The index does not know this embedding yet. Try again in a moment.";
        };
    }

    static RegistryException invalid(String message) {
        return new RegistryException(new RegistryError.Invalid(message));
    }
}

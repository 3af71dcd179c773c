package io.accession.wire;

import io.accession.core.curation.FilterPreset;
import io.accession.core.curation.FilterPresets;
import io.accession.core.curation.ItemCollection;
import io.accession.core.curation.ItemCollections;
import io.accession.core.curation.MetricFilter;
import io.accession.core.curation.SdkPreset;
import io.accession.core.search.Collecting;
import io.accession.core.search.FoundItems;
import io.accession.core.search.SavedFilter;
import io.accession.core.search.Search;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Filling collections with what filter presets pick. Those of the client are evaluated in the catalogue; those of our own language are searches, whose
 * index follows the catalogue.
 */
public final class PresetItemCalls {

    private final ItemCollections collections;
    private final Collecting collecting;
    private final FilterPresets presets;
    private final Search search;

    public PresetItemCalls(ItemCollections collections, FilterPresets presets, Search search) {
        this.collections = collections;
        this.collecting = new Collecting(collections);
        this.presets = presets;
        this.search = search;
    }

    public List<WireRoute> routes() {
        return List.of(
                WireRoute.post(CollectionCalls.ONE + "/add-preset-items", this::add)
                        .repeated(),
                WireRoute.post(CollectionCalls.ONE + "/remove-preset-items", this::take)
                        .repeated());
    }

    private WireAnswer add(WireCall call) throws IOException {
        var preset = preset(call);
        var collection = collection(call);
        if (SavedFilter.isIn(preset.definition())) {
            collecting.add(call.asking(), collection.id(), found(call, preset, collection));
        } else {
            collections.addMatching(call.asking(), collection.id(), filters(preset, collection));
        }
        return call.nothing();
    }

    private WireAnswer take(WireCall call) throws IOException {
        var preset = preset(call);
        var collection = collection(call);
        if (SavedFilter.isIn(preset.definition())) {
            collecting.take(call.asking(), collection.id(), found(call, preset, collection));
        } else {
            collections.takeMatching(call.asking(), collection.id(), filters(preset, collection));
        }
        return call.nothing();
    }

    private record Picked(UUID presetUuid) {}

    private FilterPreset preset(WireCall call) throws IOException {
        return presets.read(call.body(Picked.class).presetUuid());
    }

    private ItemCollection collection(WireCall call) {
        return collections.read(call.asking(), CollectionCalls.collection(call));
    }

    private static List<MetricFilter> filters(FilterPreset preset, ItemCollection collection) {
        return SdkPreset.read(preset.definition()).filtersIn(collection.folder().value());
    }

    private FoundItems found(WireCall call, FilterPreset preset, ItemCollection collection) {
        var folder = Map.of("folder", collection.folder().value());
        var filter = Map.of("and", List.of(folder, Map.of("preset", preset.id())));
        return search.found(call.asking(), WireJson.text(Map.of("filter", filter)));
    }
}

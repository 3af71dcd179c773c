package io.accession.core.search;

import io.accession.core.curation.FilterPreset;
import io.accession.core.curation.FilterPresets;
import io.accession.core.domain.FolderId;
import io.accession.core.registry.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Places as far as one asker knows them. */
record AskersPlaces(SearchScope scope, FilterPresets presets, Principal asking) implements Places {

    /** Items of a collection that a filter names: sixteen megabytes, which the index keeps for the next pages of the last searches. */
    private static final int COLLECTED = 1_000_000;

    @Override
    public Optional<Set<FolderId>> folders(FolderId folder, boolean deep) {
        return scope.folders(asking, folder, deep);
    }

    @Override
    public Optional<ItemSet> collected(UUID collection) {
        return scope.collected(asking, collection, COLLECTED);
    }

    @Override
    public Optional<String> preset(UUID preset) {
        return presets.find(preset).map(FilterPreset::definition);
    }
}

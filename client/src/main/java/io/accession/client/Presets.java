package io.accession.client;

import io.accession.api.FilterPreset;
import io.accession.api.FilterPresetEdit;
import io.accession.api.NewFilterPreset;
import java.util.UUID;

/** Filters with a name. */
public final class Presets {

    private static final String PRESETS = "filter-presets";

    private final Connection connection;

    Presets(Connection connection) {
        this.connection = connection;
    }

    /** Keeps a filter under a name, for the whole organisation. */
    public FilterPreset create(NewFilterPreset preset) {
        return connection.post(Route.to(PRESETS), preset, FilterPreset.class);
    }

    /** The oldest first. */
    public Listing<FilterPreset> list() {
        return new Listing<>(connection, Route.to(PRESETS), FilterPreset.class);
    }

    /** A preset with its filter, which can be searched by as it is. */
    public FilterPreset read(UUID id) {
        return connection.read(Route.to(PRESETS, id), FilterPreset.class);
    }

    /** Changes name, description or filter; for whoever made it, and for administrators of the organisation. What the edit does not name stays. */
    public FilterPreset edit(UUID id, FilterPresetEdit edit) {
        return connection.patch(Route.to(PRESETS, id), edit, FilterPreset.class);
    }

    /** Removes a preset; for whoever made it, and for administrators of the organisation. */
    public void remove(UUID id) {
        connection.delete(Route.to(PRESETS, id));
    }
}

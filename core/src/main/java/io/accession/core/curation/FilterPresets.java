package io.accession.core.curation;

import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The presets there are. Everybody makes and reads them; whoever made one, and administrators of the organisation, change it. One that is missing, or
 * that the asker may not change, is a {@code NotFoundOrForbidden}.
 */
public interface FilterPresets {

    FilterPreset create(Principal asking, String name, String description, String definition);

    FilterPreset read(UUID preset);

    Optional<FilterPreset> find(UUID preset);

    /** The oldest first; {@code ids} empty for all. */
    Page<FilterPreset> list(List<UUID> ids, PageRequest page);

    /** Null leaves something as it is. */
    void change(
            Principal asking,
            UUID preset,
            @Nullable String name,
            @Nullable String description,
            @Nullable String definition);

    void remove(Principal asking, UUID preset);
}

package io.accession.api;

import java.util.List;
import java.util.UUID;

/**
 * Where client metadata that does not fit the schema is refused.
 *
 * @param everywhere whatever the storage integration
 * @param integrationIds through which it is refused besides
 */
public record Strictness(boolean everywhere, List<UUID> integrationIds) {

    public Strictness {
        integrationIds = List.copyOf(integrationIds);
    }
}

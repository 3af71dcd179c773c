package io.accession.core.schema;

import io.accession.core.domain.IntegrationId;
import java.util.Set;

/**
 * Where metadata that does not fit the schema is refused; everywhere else it is stored as given.
 *
 * @param everywhere whatever the integration
 */
public record Strictness(boolean everywhere, Set<IntegrationId> integrations) {

    public Strictness {
        integrations = Set.copyOf(integrations);
    }
}

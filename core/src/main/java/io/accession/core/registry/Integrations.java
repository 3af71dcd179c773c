package io.accession.core.registry;

import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.StorageIntegration;
import java.util.Optional;

/** The storage integrations there are. One that is missing, removed or forbidden is a {@code NotFoundOrForbidden}. */
public interface Integrations {

    RegisteredIntegration add(Principal asking, NewIntegration integration);

    RegisteredIntegration read(Principal asking, IntegrationId integration);

    /** By title. {@code search} is part of a title in any case. */
    Page<RegisteredIntegration> list(Principal asking, String search, PageRequest page);

    /** Deletes its secrets; its items stay. A conflict while upload jobs use it. */
    void remove(Principal asking, IntegrationId integration);

    /** For background work on behalf of a job whose sender was allowed to use it. */
    Optional<StorageIntegration> find(IntegrationId integration);
}

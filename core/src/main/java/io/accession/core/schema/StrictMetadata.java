package io.accession.core.schema;

import io.accession.core.domain.IntegrationId;
import io.accession.core.registry.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The switch that refuses metadata that does not fit the schema. It looks at what comes in; items that are there are left alone. */
public interface StrictMetadata {

    Strictness read();

    /**
     * Turns it on or off; for administrators of the organisation.
     *
     * @param integration null for all items
     */
    Strictness change(Principal asking, @Nullable IntegrationId integration, boolean strict);

    /** The schema that metadata has to fit that comes through the integration; empty where it need not. */
    Optional<MetadataSchema> find(IntegrationId integration);
}

package io.accession.core.migrate;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The storage integrations through which migrated items will be reached. Only those that the asker may use: whoever could put any URL under somebody
 * else's integration could read through it. For one thread.
 */
final class Destinations {

    private final Integrations integrations;
    private final Principal asking;
    private final @Nullable StorageIntegration to;
    private final Map<IntegrationId, Optional<StorageIntegration>> known = new HashMap<>();

    Destinations(Integrations integrations, Principal asking, MigrationOrder order) {
        this.integrations = integrations;
        this.asking = asking;
        this.to = order.to() == null
                ? null
                : integrations.read(asking, order.to()).integration();
        if (to != null && to.strictClientOnly() && order.checksAccess()) {
            throw new RegistryException(
                    new RegistryError.Invalid(
                            "Objects of the storage integration '" + to.title()
                                    + "' are never read, so access to them cannot be checked. Ask for a migration without that check."));
        }
    }

    /** Empty where it is gone, or the asker may not use it. {@code present} is the integration that the item has. */
    Optional<StorageIntegration> of(@Nullable IntegrationId present) {
        if (to != null) {
            return Optional.of(to);
        }
        return present == null ? Optional.empty() : known.computeIfAbsent(present, this::find);
    }

    private Optional<StorageIntegration> find(IntegrationId integration) {
        try {
            return Optional.of(integrations.read(asking, integration).integration());
        } catch (RegistryException e) {
            if (e.error() instanceof RegistryError.NotFoundOrForbidden) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

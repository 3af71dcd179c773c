package io.accession.core.migrate;

import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.migrate.MigrationStage.Composite;
import io.accession.core.migrate.MigrationStage.Member;
import io.accession.core.object.Identities;
import io.accession.core.object.IdentityHash;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a composite's identity becomes when its members migrate: that of the list of their objects. A composite of registered items, and one with a
 * member whose object nobody can tell, keep theirs. For one thread.
 */
final class CompositeIdentities {

    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final Map<IntegrationId, Optional<StorageIntegration>> known = new HashMap<>();

    CompositeIdentities(Function<IntegrationId, Optional<StorageIntegration>> integrations) {
        this.integrations = integrations;
    }

    /** Empty where it stays. */
    Optional<IdentityHash> changed(Composite composite) {
        var items = composite.members().stream().map(Member::item).toList();
        if (Identities.ofItems(composite.kind(), items).equals(composite.identity())) {
            return Optional.empty();
        }
        var locations = new ArrayList<ObjectLocation>(items.size());
        for (var member : composite.members()) {
            var location = locate(member);
            if (location.isEmpty()) {
                return Optional.empty();
            }
            locations.add(location.get());
        }
        return Optional.of(Identities.of(composite.kind(), locations))
                .filter(identity -> !identity.equals(composite.identity()));
    }

    private Optional<ObjectLocation> locate(Member member) {
        var integration = member.integration();
        var url = member.url();
        if (integration == null || url == null) {
            return Optional.empty();
        }
        return known.computeIfAbsent(integration, integrations)
                .flatMap(through -> ObjectUrls.resolve(url, through.addressing()) instanceof Resolution.Located(var at)
                        ? Optional.of(at)
                        : Optional.empty());
    }
}

package io.accession.core.drift;

import io.accession.core.domain.IntegrationId;
import io.accession.core.drift.ItemLedger.Position;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Provider;
import io.accession.core.object.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The buckets that items lie in, each as seen through one storage integration. For one thread. */
final class Places {

    record Place(StorageIntegration integration, String bucket) {}

    private record Name(IntegrationId integration, String bucket) {}

    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final Map<IntegrationId, Optional<StorageIntegration>> known = new HashMap<>();
    private final Map<Name, Integer> numbers = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    Places(Function<IntegrationId, Optional<StorageIntegration>> integrations) {
        this.integrations = integrations;
    }

    /** Empty where no listing can tell of the object. */
    Optional<Position> locate(RegisteredObject object) {
        return known.computeIfAbsent(object.integration(), integrations)
                .filter(integration -> !integration.strictClientOnly())
                .flatMap(integration -> locate(object, integration));
    }

    private Optional<Position> locate(RegisteredObject object, StorageIntegration integration) {
        return ObjectUrls.resolve(object.url(), integration.addressing()) instanceof Resolution.Located(var location)
                        && location.provider() != Provider.WEB
                        && integration.addressing().provider() != Provider.WEB
                        && location.version() == null
                ? Optional.of(new Position(number(integration, location), location.key()))
                : Optional.empty();
    }

    private int number(StorageIntegration integration, ObjectLocation location) {
        return numbers.computeIfAbsent(new Name(integration.id(), location.bucket()), name -> {
            places.add(new Place(integration, location.bucket()));
            return places.size() - 1;
        });
    }

    List<Place> all() {
        return places;
    }
}

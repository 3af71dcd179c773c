package io.accession.core.registry;

import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import java.net.URI;
import java.util.Optional;

/** URLs that anybody can fetch an object with for as long as its integration allows. Made without asking the storage. */
public final class SignedUrls {

    private final ObjectStores stores;

    public SignedUrls(ObjectStores stores) {
        this.stores = stores;
    }

    /** Empty where the integration has no way to sign, or cannot reach what the URL names. */
    public Optional<URI> sign(StorageIntegration integration, String objectUrl) {
        return switch (ObjectUrls.resolve(objectUrl, integration.addressing())) {
            case Resolution.Located(ObjectLocation location) -> sign(integration, location);
            case Resolution.Refused _ -> Optional.empty();
        };
    }

    private Optional<URI> sign(StorageIntegration integration, ObjectLocation location) {
        try {
            return Optional.of(stores.open(integration).sign(location, integration.signedUrlLifetime()));
        } catch (ObjectUnavailableException e) {
            return Optional.empty();
        }
    }
}

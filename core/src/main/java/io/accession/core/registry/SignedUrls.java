package io.accession.core.registry;

import io.accession.core.integration.IntegrationSettings;
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
    private final MediaPaths media;

    public SignedUrls(ObjectStores stores, MediaPaths media) {
        this.stores = stores;
        this.media = media;
    }

    /**
     * Empty for composites, and where the integration has no way to sign or cannot reach what the item's URL names.
     *
     * @param server where its receiver finds this server, without a slash at the end: what lies in its directories is fetched there
     */
    public Optional<URI> sign(StorageIntegration integration, ListedItem item, String server) {
        var url = item.objectUrl();
        return switch (url == null ? null : ObjectUrls.resolve(url, integration.addressing())) {
            case Resolution.Located(ObjectLocation location)
            when integration.settings() instanceof IntegrationSettings.Local ->
                Optional.of(URI.create(server + media.sign(integration, location, item)));
            case Resolution.Located(ObjectLocation location) -> sign(integration, location);
            case Resolution.Refused _ -> Optional.empty();
            case null -> Optional.empty();
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

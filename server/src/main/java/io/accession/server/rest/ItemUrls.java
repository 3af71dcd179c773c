package io.accession.server.rest;

import io.accession.api.SignedUrl;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Items;
import io.accession.core.registry.Principal;
import io.accession.core.registry.RegisteredItem;
import io.accession.core.registry.SignedUrls;
import io.accession.server.http.Call;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where anybody can fetch the objects of items for a while: at their storage, not here. */
public final class ItemUrls {

    private final Items items;
    private final Integrations integrations;
    private final SignedUrls urls;
    private final Optional<URI> publicUrl;
    private final Clock clock;

    /** {@code publicUrl} is where people find the server, if the operator said so. */
    public ItemUrls(Items items, Integrations integrations, SignedUrls urls, Optional<URI> publicUrl, Clock clock) {
        this.items = items;
        this.integrations = integrations;
        this.urls = urls;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** For one answer. */
    Signing begin(Call call) {
        return new Signing(call.asking(), call.server(publicUrl));
    }

    /** Signs URLs for one asker. For one thread. */
    final class Signing {

        private final Principal asking;
        private final String server;
        private final Map<IntegrationId, Optional<StorageIntegration>> known = new HashMap<>();

        private Signing(Principal asking, String server) {
            this.asking = asking;
            this.server = server;
        }

        /** Of items that the asker may look at. Composites have none, nor has what lies in a storage that was removed or cannot sign. */
        Map<ItemId, SignedUrl> sign(List<ItemId> ids) {
            var signed = new HashMap<ItemId, SignedUrl>();
            for (var item : items.readOpen(asking, ids)) {
                sign(item).ifPresent(url -> signed.put(item.item().id(), url));
            }
            return signed;
        }

        Optional<SignedUrl> sign(RegisteredItem item) {
            var integration = item.integration();
            return integration == null
                    ? Optional.empty()
                    : known.computeIfAbsent(integration, integrations::find).flatMap(through -> sign(through, item));
        }

        private Optional<SignedUrl> sign(StorageIntegration through, RegisteredItem item) {
            var expiry = clock.instant().plus(through.signedUrlLifetime()).truncatedTo(ChronoUnit.MICROS);
            return urls.sign(through, item.item(), server).map(url -> new SignedUrl(url.toString(), expiry));
        }
    }
}

package io.accession.server.rest;

import io.accession.api.SignedUrl;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.registry.Integrations;
import io.accession.core.registry.Items;
import io.accession.core.registry.ListedItem;
import io.accession.core.registry.RegisteredItem;
import io.accession.core.registry.SignedUrls;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where browsers fetch the objects of items: at their storage, not here. */
public final class SignedUrlRoutes {

    private final Items items;
    private final Integrations integrations;
    private final SignedUrls urls;
    private final Optional<URI> publicUrl;
    private final Clock clock;

    /** {@code publicUrl} is where people find the server, if the operator said so. */
    public SignedUrlRoutes(
            Items items, Integrations integrations, SignedUrls urls, Optional<URI> publicUrl, Clock clock) {
        this.items = items;
        this.integrations = integrations;
        this.urls = urls;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/items/{id}/signed-url", this::sign));
    }

    private void sign(Call call) throws IOException {
        var id = new ItemId(call.id("id", "item"));
        var item = items.readAll(call.asking(), List.of(id)).getFirst();
        var integration = integration(item);
        var now = clock.instant();
        var url = integration
                .flatMap(through -> sign(call, through, item.item()))
                .orElseThrow(
                        () -> new RegistryException(
                                new RegistryError.Conflict(
                                        "There is no signed URL of this item: it is a group, or its storage integration was removed or cannot sign.")));
        call.answer(
                new SignedUrl(url.toString(), now.plus(integration.orElseThrow().signedUrlLifetime())));
    }

    private Optional<StorageIntegration> integration(RegisteredItem item) {
        return Optional.ofNullable(item.integration()).flatMap(integrations::find);
    }

    private Optional<URI> sign(Call call, StorageIntegration integration, ListedItem item) {
        return urls.sign(integration, item, call.server(publicUrl));
    }
}

package io.accession.server.rest;

import io.accession.api.ManifestEvent;
import io.accession.api.NewManifest;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import io.accession.core.draft.DraftLimits;
import io.accession.core.draft.InventoryObjects;
import io.accession.core.draft.InventoryRows;
import io.accession.core.draft.ManifestDraft;
import io.accession.core.draft.PrefixObjects;
import io.accession.core.draft.S3Inventory;
import io.accession.core.draft.StoredBytes;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.manifest.ManifestLimits;
import io.accession.core.media.MediaProber;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.registry.Integrations;
import io.accession.server.http.Call;
import io.accession.server.http.Operation;
import io.accession.storage.MissingPermission;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Manifests made out of what lies in a storage. Memory does not grow with the listing; what waits, waits in files. */
public final class ManifestRoutes {

    private static final int AT_ONCE = 4;
    private static final int RETRY_AFTER_SECONDS = 30;

    private final Integrations integrations;
    private final ObjectStores stores;
    private final MediaProber prober;
    private final ManifestLimits limits;
    private final Path directory;
    private final Map<S3Inventory.Format, InventoryRows> formats;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** {@code directory} is where listings wait. */
    public ManifestRoutes(
            Integrations integrations,
            ObjectStores stores,
            MediaProber prober,
            ManifestLimits limits,
            Map<S3Inventory.Format, InventoryRows> formats,
            Path directory) {
        this.integrations = integrations;
        this.stores = stores;
        this.prober = prober;
        this.limits = limits;
        this.formats = Map.copyOf(formats);
        this.directory = directory;
    }

    public List<Operation> operations() {
        return List.of(Operation.post("/api/v1/manifests", this::create));
    }

    private void create(Call call) throws IOException {
        var wish = call.body(NewManifest.class);
        var integration = integrations
                .read(call.asking(), new IntegrationId(wish.integrationId()))
                .integration();
        var order = ManifestOrder.of(wish, integration);
        if (!free.tryAcquire()) {
            throw new RegistryException(new RegistryError.TooManyRequests(
                    "The server makes " + AT_ONCE + " manifests already; it is your turn when one of them is done.",
                    RETRY_AFTER_SECONDS));
        }
        var events = new ManifestEvents(call);
        try {
            make(order, integration, events);
            events.end();
        } catch (InterruptedException e) {
            events.end(); // the server stops; without its last event this is no manifest
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private void make(ManifestOrder order, StorageIntegration integration, ManifestEvents events)
            throws IOException, InterruptedException {
        var store = stores.open(integration);
        var many = new ManyObjects(integration.addressing());
        var heads = order.look() ? new StoredHeads(store, many) : null;
        var headers = new StoredDicomHeaders(store, prober, many);
        var size = DraftLimits.of(limits, order.rules().csv());
        try (var draft = new ManifestDraft(order.rules(), size, directory, heads, headers)) {
            addObjects(order, integration, draft, events);
            events.write(shown(draft.finish()));
            draft.writeTo(events::part);
            events.write(new ManifestEvent.Ended());
        } catch (ObjectUnavailableException e) {
            events.fail(MissingPermission.toList(integration.settings(), buckets(order), e));
        } catch (RegistryException e) {
            events.fail(e.error());
        }
    }

    private void addObjects(
            ManifestOrder order, StorageIntegration integration, ManifestDraft draft, ManifestEvents events)
            throws ObjectUnavailableException, IOException, InterruptedException {
        var store = stores.open(integration);
        var inventory = order.inventory();
        boolean csv = order.rules().csv();
        if (inventory == null) {
            new PrefixObjects(integration, store, directory)
                    .addTo(draft, order.prefixes(), order.flat(), csv, events::progress);
            return;
        }
        var objects = new InventoryObjects(formats, integration.addressing(), order.prefixes(), order.flat(), csv);
        try (var description = opened(integration, inventory)) {
            objects.addTo(draft, description, key -> opened(integration, beside(inventory, key)), events::progress);
        }
    }

    private static String buckets(ManifestOrder order) {
        return order.prefixes().stream().map(ObjectPrefix::bucket).distinct().collect(Collectors.joining(" or "));
    }

    private InputStream opened(StorageIntegration integration, ObjectLocation file) {
        try {
            return new StoredBytes(stores.open(integration), file);
        } catch (ObjectUnavailableException e) {
            var message = MissingPermission.toRead(integration.settings(), file.bucket(), e);
            var fault = new RegistryError.Fault("/inventory", "'" + file.key() + "' cannot be read. " + message);
            throw new RegistryException(new RegistryError.Invalid("The inventory cannot be read.", List.of(fault)), e);
        }
    }

    /** Data files lie in the bucket that the inventory's description is in. */
    private static ObjectLocation beside(ObjectLocation inventory, String key) {
        return new ObjectLocation(inventory.provider(), inventory.endpoint(), inventory.bucket(), key, null);
    }

    private static ManifestEvent shown(io.accession.core.draft.DraftSummary summary) {
        return new ManifestEvent.Drafted(
                summary.objects(),
                summary.entries(),
                summary.urls(),
                summary.manifests(),
                summary.leftOut().stream()
                        .map(left -> new ManifestEvent.LeftOut(left.reason(), left.count(), left.examples()))
                        .toList());
    }
}

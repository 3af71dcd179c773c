package io.accession.core.drift;

import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;
import io.accession.core.drift.ItemLedger.Ledgers;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.media.MediaProber;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.registry.Principal;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells which items of a folder, and of those below it, have objects that are not what was registered. Memory does not grow with the folder, and
 * no transaction is open while a storage is asked. Safe for use by many threads.
 */
public final class DriftCheck {

    private final Ledgers ledgers;
    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final ObjectStores stores;
    private final MediaProber prober;

    public DriftCheck(
            Ledgers ledgers,
            Function<IntegrationId, Optional<StorageIntegration>> integrations,
            ObjectStores stores,
            MediaProber prober) {
        this.ledgers = ledgers;
        this.integrations = integrations;
        this.stores = stores;
        this.prober = prober;
    }

    /** Takes what is found, one by one, and is told from time to time how many items have been compared. */
    public interface Findings {
        void found(Finding finding) throws IOException;

        void compared(long items) throws IOException;
    }

    /**
     * Compares everything, item by item.
     *
     * @param sample how many items with supplied media metadata are probed
     * @throws io.accession.core.domain.RegistryException when the folder is missing or forbidden
     * @throws ObjectUnavailableException when a bucket cannot be listed
     */
    public DriftReport check(Principal asking, FolderId folder, int sample, Findings findings)
            throws ObjectUnavailableException, IOException, InterruptedException {
        try (var ledger = ledgers.open(asking, folder)) {
            var places = new Places(integrations);
            var filling = ledger.fill(places::locate);
            var comparison = new ListingComparison(ledger, stores, findings);
            for (int number = 0; number < places.all().size(); number++) {
                comparison.compare(number, places.all().get(number));
            }
            var probes = new SampleProbing(stores, prober, integrations, findings);
            probes.probe(ledger.sample(sample));
            return report(filling, comparison, probes);
        }
    }

    private static DriftReport report(ItemLedger.Filling filling, ListingComparison comparison, SampleProbing probes) {
        return new DriftReport(
                filling.items(),
                filling.located(),
                filling.items() - filling.located(),
                comparison.unchanged(),
                comparison.count(Finding.Type.CHANGED),
                comparison.count(Finding.Type.REPLACED),
                comparison.count(Finding.Type.MISSING),
                comparison.listings(),
                probes.sampled(),
                probes.mismatched(),
                probes.unreadable());
    }
}

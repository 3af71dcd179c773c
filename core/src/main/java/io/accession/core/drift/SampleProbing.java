package io.accession.core.drift;

import io.accession.core.domain.Failure;
import io.accession.core.domain.IntegrationId;
import io.accession.core.drift.ItemLedger.Entry;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.media.MediaProber;
import io.accession.core.media.ProbeResult;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Probes objects whose media metadata was supplied, and tells where the two differ. For one thread. */
final class SampleProbing {

    private static final int AT_ONCE = 16;

    private final ObjectStores stores;
    private final MediaProber prober;
    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final DriftCheck.Findings findings;
    private long sampled;
    private long mismatched;
    private long unreadable;

    SampleProbing(
            ObjectStores stores,
            MediaProber prober,
            Function<IntegrationId, Optional<StorageIntegration>> integrations,
            DriftCheck.Findings findings) {
        this.stores = stores;
        this.prober = prober;
        this.integrations = integrations;
        this.findings = findings;
    }

    void probe(List<Entry> sample) throws IOException, InterruptedException {
        var free = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var probes = new ArrayList<Future<ProbeResult>>();
            for (var entry : sample) {
                probes.add(threads.submit(() -> {
                    free.acquire();
                    try {
                        return probe(entry.object());
                    } finally {
                        free.release();
                    }
                }));
            }
            for (int i = 0; i < probes.size(); i++) {
                tell(sample.get(i).object(), result(probes.get(i)));
            }
        }
    }

    private ProbeResult probe(RegisteredObject object) {
        var integration = integrations.apply(object.integration()).orElseThrow();
        return switch (ObjectUrls.resolve(object.url(), integration.addressing())) {
            case Resolution.Located(var location) ->
                prober.probe(
                        object.kind(),
                        new StoredObjectView(stores.open(integration), location, ReadBudget.forProbing(object.kind())));
            case Resolution.Refused(var failure) -> new ProbeResult.Unreadable(failure);
        };
    }

    private static ProbeResult result(Future<ProbeResult> probe) throws InterruptedException {
        try {
            return probe.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an object could not be probed", e.getCause());
        }
    }

    private void tell(RegisteredObject object, ProbeResult result) throws IOException {
        sampled++;
        switch (result) {
            case ProbeResult.Probed(var facts, var stat) -> {
                var differences = FactComparison.of(Objects.requireNonNull(object.facts()), facts);
                if (!differences.isEmpty()) {
                    mismatched++;
                    findings.found(new Finding(
                            Finding.Type.MISMATCH,
                            object.item(),
                            object.url(),
                            "The object is not what its supplied media metadata says.",
                            differences));
                }
            }
            case ProbeResult.Unreadable(var failure) -> unreadable(object, failure);
            case ProbeResult.Unreachable(var failure) -> unreadable(object, failure);
        }
    }

    private void unreadable(RegisteredObject object, Failure failure) throws IOException {
        unreadable++;
        findings.found(new Finding(
                Finding.Type.UNREADABLE,
                object.item(),
                object.url(),
                failure.code() + ": " + failure.message(),
                List.of()));
    }

    long sampled() {
        return sampled;
    }

    long mismatched() {
        return mismatched;
    }

    long unreadable() {
        return unreadable;
    }
}

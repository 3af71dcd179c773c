package io.accession.core.probe;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.manifest.ManifestEntry;
import io.accession.core.media.MediaProber;
import io.accession.core.media.ProbeResult;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.plan.SeriesOfEntry;
import io.accession.core.plan.SoundEntry;
import io.accession.core.plan.SoundEntry.Sighting;
import io.accession.core.receive.EntryIdentities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at units, a chunk at a time, all units of a chunk at once. Everything may happen twice; a unit that keeps killing its
 * worker fails after {@value #ATTEMPTS} attempts. Safe for use by many threads.
 */
public final class UnitProbing {

    public static final int ATTEMPTS = 5;
    private static final int CHUNK = 64;
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** Of an entry made of items that cannot be had any more. */
    public static final Failure GONE = new Failure(
            FailureCode.ITEM_NOT_FOUND, "An item that the entry names was removed, or you may not use it any more.");

    private static final Logger LOG = LoggerFactory.getLogger(UnitProbing.class);

    private final UnitQueue queue;
    private final Function<IntegrationId, StorageIntegration> integrations;
    private final ObjectStores stores;
    private final MediaProber prober;
    private final Consumer<ProbedChunk> next;

    /** {@code next} is the room that writes down what was found. */
    public UnitProbing(
            UnitQueue queue,
            Function<IntegrationId, StorageIntegration> integrations,
            ObjectStores stores,
            MediaProber prober,
            Consumer<ProbedChunk> next) {
        this.queue = queue;
        this.integrations = integrations;
        this.stores = stores;
        this.prober = prober;
        this.next = next;
    }

    /** Looks at one chunk; false when no unit is due. */
    public boolean probeNext() throws InterruptedException {
        var chunk = queue.claim(CHUNK, LEASE);
        if (chunk.isEmpty()) {
            return false;
        }
        next.accept(probe(chunk.get()));
        return true;
    }

    private ProbedChunk probe(UnitChunk chunk) throws InterruptedException {
        var integration = integrations.apply(chunk.job().integration());
        var sight = new Sight(stores.open(integration), new EntryIdentities(integration.addressing()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var _ = new LeaseRenewal(queue, chunk, LEASE)) {
            var looks = new ArrayList<Future<UnitOutcome>>(chunk.units().size());
            for (var unit : chunk.units()) {
                looks.add(threads.submit(() -> sight.lookAt(unit)));
            }
            var outcomes = new ArrayList<UnitOutcome>(looks.size());
            for (int i = 0; i < looks.size(); i++) {
                outcomes.add(outcome(chunk.units().get(i), looks.get(i)));
            }
            return new ProbedChunk(chunk.job(), outcomes, sight.requests.get(), sight.bytesRead.get());
        }
    }

    private static UnitOutcome outcome(ClaimedUnit unit, Future<UnitOutcome> look) throws InterruptedException {
        try {
            return look.get();
        } catch (ExecutionException e) {
            LOG.error("looking at entry {} failed", unit.ordinal(), e.getCause());
            return again(unit, new Failure(FailureCode.SERVER_FAILED, "The server failed to look at the object."));
        }
    }

    /** Another attempt after 1, 2, 4, 8 seconds; none after the last. */
    private static UnitOutcome again(ClaimedUnit unit, Failure failure) {
        return unit.attempt() >= ATTEMPTS
                ? new UnitOutcome.Failed(unit, failure)
                : new UnitOutcome.Later(unit, failure, Duration.ofSeconds(1L << (unit.attempt() - 1)));
    }

    /** One chunk's view of its storage, and what it costs. */
    private final class Sight {

        private final ObjectStore store;
        private final EntryIdentities identities;
        private final AtomicLong requests = new AtomicLong();
        private final AtomicLong bytesRead = new AtomicLong();

        Sight(ObjectStore store, EntryIdentities identities) {
            this.store = store;
            this.identities = identities;
        }

        UnitOutcome lookAt(ClaimedUnit unit) {
            if (unit.attempt() > ATTEMPTS) {
                return new UnitOutcome.Failed(
                        unit,
                        new Failure(
                                FailureCode.SERVER_FAILED,
                                "The server stopped " + ATTEMPTS + " times while it looked at the object."));
            }
            var entry = unit.entry();
            if (entry.objects().isEmpty()) {
                return new UnitOutcome.Failed(unit, GONE);
            }
            var sightings = new ArrayList<Sighting>(entry.objects().size());
            var locations = identities.locations(entry);
            for (int i = 0; i < locations.size(); i++) {
                var supplied = entry.objects().get(i).supplied();
                if (supplied != null) {
                    sightings.add(new Sighting(supplied, null));
                    continue;
                }
                switch (probe(unit, locations.get(i))) {
                    case ProbeResult.Probed(var facts, var stat) ->
                        sightings.add(new Sighting(facts, stat.etag(), stat.lastModified()));
                    case ProbeResult.Unreadable(var failure) -> {
                        return new UnitOutcome.Failed(unit, ofObject(entry, i, failure));
                    }
                    case ProbeResult.Unreachable(var failure) -> {
                        return again(unit, ofObject(entry, i, failure));
                    }
                }
            }
            var sound = new SoundEntry(unit.ordinal(), unit.slot(), unit.identity(), entry, sightings);
            return SeriesOfEntry.failure(sound, identities)
                    .<UnitOutcome>map(failure -> new UnitOutcome.Failed(unit, failure))
                    .orElseGet(() -> new UnitOutcome.Sound(unit, sound));
        }

        /** Says which of several objects it was. */
        private static Failure ofObject(ManifestEntry entry, int index, Failure failure) {
            return entry.kind().isComposite()
                    ? new Failure(failure.code(), "Object " + index + ", counted from 0: " + failure.message())
                    : failure;
        }

        private ProbeResult probe(ClaimedUnit unit, ObjectLocation location) {
            var kind = unit.entry().kind();
            var view = new StoredObjectView(store, location, ReadBudget.forProbing(kind));
            try {
                return prober.probe(kind.memberKind(), view);
            } finally {
                requests.addAndGet(view.requests());
                bytesRead.addAndGet(view.bytesRead());
            }
        }
    }
}

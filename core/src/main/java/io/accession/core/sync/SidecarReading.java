package io.accession.core.sync;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.schema.MetadataRule;
import io.accession.core.sync.Sidecar.Applied;
import io.accession.core.sync.Sidecar.Paired;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads sidecars, each with one request and up to a limit, some at a time. For one thread. */
final class SidecarReading {

    private static final int AT_ONCE = 16;
    private static final String UNREADABLE = "SIDECAR_UNREADABLE";

    /** Of one sidecar. */
    static final int BYTES = 1 << 20;

    /** Nothing more is begun after so much: a page ends long before memory does. */
    private static final long PAGE_BYTES = 32L << 20;

    private final ObjectStore store;
    private final ObjectPrefix prefix;
    private final MetadataRule rule;
    private final List<Applied> applied = new ArrayList<>();
    private final List<SyncWarning> warnings = new ArrayList<>();
    private long bytes;

    SidecarReading(ObjectStore store, ObjectPrefix prefix, MetadataRule rule) {
        this.store = store;
        this.prefix = prefix;
        this.rule = rule;
    }

    /**
     * Reads them in their order and gives back how many it got through.
     *
     * @throws ObjectUnavailableException where trying again may help
     */
    int read(List<Paired> sidecars) throws ObjectUnavailableException, InterruptedException {
        int done = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (done < sidecars.size() && bytes < PAGE_BYTES) {
                var some = sidecars.subList(done, Math.min(done + AT_ONCE, sidecars.size()));
                var reads = new ArrayList<Future<byte[]>>();
                for (var one : some) {
                    reads.add(threads.submit(() -> bytes(one.sidecar())));
                }
                for (int i = 0; i < some.size(); i++) {
                    take(some.get(i), reads.get(i));
                }
                done += some.size();
            }
        }
        return done;
    }

    private byte[] bytes(Sidecar sidecar) throws ObjectUnavailableException {
        return store.read(prefix.object(sidecar.key()), 0, BYTES + 1).bytes();
    }

    private void take(Paired sidecar, Future<byte[]> reading) throws ObjectUnavailableException, InterruptedException {
        try {
            var read = reading.get();
            bytes += read.length;
            if (read.length > BYTES) {
                warn(sidecar, UNREADABLE, "It has more than " + BYTES + " bytes.");
                return;
            }
            take(sidecar, SidecarText.read(read));
        } catch (SidecarText.UnreadableException e) {
            warn(sidecar, UNREADABLE, e.getMessage());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof ObjectUnavailableException unavailable)) {
                throw new IllegalStateException("a sidecar could not be read", e.getCause());
            }
            if (isGone(unavailable)) {
                return; // the next listing will not show it
            }
            if (unavailable.failure().code().retryable()) {
                throw unavailable;
            }
            warn(sidecar, UNREADABLE, unavailable.failure().message());
        }
    }

    private void take(Paired sidecar, String metadata) {
        rule.misfit(metadata)
                .ifPresentOrElse(
                        told -> warn(
                                sidecar,
                                FailureCode.METADATA_SCHEMA_MISMATCH.name(),
                                "The metadata schema is strict here, and it does not fit. " + told),
                        () -> applied.add(new Applied(sidecar, metadata)));
    }

    private static boolean isGone(ObjectUnavailableException e) {
        return e.failure().code() == FailureCode.OBJECT_NOT_FOUND;
    }

    private void warn(Paired sidecar, String code, String message) {
        warnings.add(new SyncWarning(
                code,
                SyncPage.printable(sidecar.sidecar().key()),
                "The client metadata was not taken over. " + message));
    }

    List<Applied> applied() {
        return applied;
    }

    List<SyncWarning> warnings() {
        return warnings;
    }
}

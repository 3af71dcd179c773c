package io.accession.core.sync;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectPrefix;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.core.receive.Reception;
import io.accession.core.schema.MetadataRule;
import io.accession.core.schema.StrictMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes runs of syncs on, a page at a time. Nothing is held in memory between pages, so that any worker of any process may go on with the next
 * one. Safe for use by many threads.
 */
public final class FolderSyncing {

    private static final int ATTEMPTS = 6;
    private static final int SIDECARS = 500;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final SyncQueue queue;
    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final ObjectStores stores;
    private final Reception reception;
    private final StrictMetadata strict;
    private final int pageObjects;
    private final String renderedPrefix;

    /** {@code pageObjects} are compared and stored at once; what we wrote below {@code renderedPrefix} is not followed. */
    public FolderSyncing(
            SyncQueue queue,
            Function<IntegrationId, Optional<StorageIntegration>> integrations,
            ObjectStores stores,
            Reception reception,
            StrictMetadata strict,
            int pageObjects,
            String renderedPrefix) {
        this.queue = queue;
        this.integrations = integrations;
        this.stores = stores;
        this.reception = reception;
        this.strict = strict;
        this.pageObjects = pageObjects;
        this.renderedPrefix = renderedPrefix;
    }

    /** Lists and stores one page, or reads and applies one of sidecars; false when none is due. */
    public boolean syncNext() {
        var turn = queue.claim(LEASE);
        turn.ifPresent(this::take);
        return turn.isPresent();
    }

    private void take(SyncTurn turn) {
        var integration = integrations.apply(turn.sync().integration());
        if (integration.isEmpty()) {
            queue.fail(turn, integrationRemoved());
            return;
        }
        try {
            if (turn.phase() == SyncPhase.METADATA) {
                applySidecars(turn, integration.get());
            } else {
                list(turn, integration.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the page is due again when its lease ends
        } catch (ObjectUnavailableException e) {
            again(turn, e.failure());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void list(SyncTurn turn, StorageIntegration integration) throws ObjectUnavailableException, IOException {
        var prefix = prefix(turn, integration);
        var listing = Listing.read(stores.open(integration), prefix, turn.after(), pageObjects);
        var page = new SyncPage(turn, integration, prefix, renderedPrefix, listing);
        queue.store(turn, transaction -> page.store(transaction, reception));
    }

    private void applySidecars(SyncTurn turn, StorageIntegration integration)
            throws ObjectUnavailableException, IOException, InterruptedException {
        var due = queue.listSidecars(turn, SIDECARS);
        var paired = due.stream().filter(one -> !one.items().isEmpty()).toList();
        var rule = new MetadataRule(strict.find(integration.id()));
        var reading = new SidecarReading(stores.open(integration), prefix(turn, integration), rule);
        int read = reading.read(paired);
        boolean isLast = due.size() < SIDECARS && read == paired.size();
        var next = isLast ? null : keyAfter(due, paired, read);
        queue.store(turn, transaction -> {
            transaction.apply(reading.applied());
            transaction.finish(SyncCounts.ofSidecars(reading.applied().size()), reading.warnings(), next);
        });
    }

    private static String keyAfter(List<Sidecar.Paired> due, List<Sidecar.Paired> paired, int read) {
        var last = read == paired.size() ? due.getLast() : paired.get(read - 1);
        return last.sidecar().key();
    }

    private static ObjectPrefix prefix(SyncTurn turn, StorageIntegration integration)
            throws ObjectUnavailableException {
        return switch (ObjectPrefix.read(turn.sync().url(), integration.addressing())) {
            case ObjectPrefix.Reading.Located(var prefix) -> prefix;
            case ObjectPrefix.Reading.Refused(var failure) ->
                throw new ObjectUnavailableException(failure.code(), failure.message());
        };
    }

    private void again(SyncTurn turn, Failure failure) {
        if (failure.code().retryable() && turn.attempt() < ATTEMPTS) {
            queue.postpone(turn, Duration.ofSeconds(1L << (turn.attempt() - 1)));
        } else {
            queue.fail(turn, failure);
        }
    }

    private static Failure integrationRemoved() {
        return new Failure(
                FailureCode.STORAGE_CREDENTIALS_REFUSED,
                "The folder's storage integration was removed. Make a new synced folder with another one.");
    }

    /** Moves on one run whose upload jobs have ended; false when there is none. */
    public boolean settleNext() {
        return queue.settleNext();
    }
}

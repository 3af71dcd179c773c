package io.accession.core.reencode;

import io.accession.core.domain.Failure;
import io.accession.core.domain.FailureCode;
import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.integration.ObjectStores;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.media.MediaProber;
import io.accession.core.media.ProbeResult;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectUrls;
import io.accession.core.object.Resolution;
import io.accession.core.reencode.ReencodingQueue.Cost;
import io.accession.core.reencode.ReencodingQueue.ItemToReencode;
import io.accession.core.reencode.ReencodingQueue.Original;
import io.accession.core.render.RenderResult;
import io.accession.core.work.RenewedLease;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the videos of items anew and writes them into the customer's storage, one at a time. Everything may happen twice: the name of what is
 * written is made of the item's id and the re-encoding's, so that a second one takes the place of the first. Safe for use by many threads.
 */
public final class ItemReencoding {

    private static final int ATTEMPTS = 5;

    private final ReencodingQueue queue;
    private final Function<IntegrationId, Optional<StorageIntegration>> integrations;
    private final ObjectStores stores;
    private final MediaProber prober;
    private final VideoReencoder reencoder;
    private final ReencodedWriting writing;

    /** {@code prefix} is what the keys of videos begin with. */
    public ItemReencoding(
            ReencodingQueue queue,
            Function<IntegrationId, Optional<StorageIntegration>> integrations,
            ObjectStores stores,
            MediaProber prober,
            VideoReencoder reencoder,
            String prefix) {
        this.queue = queue;
        this.integrations = integrations;
        this.stores = stores;
        this.prober = prober;
        this.reencoder = reencoder;
        this.writing = new ReencodedWriting(queue, prefix);
    }

    /** Makes one item's video anew; false when none is due. */
    public boolean reencodeNext() throws InterruptedException {
        var claimed = queue.claim(RenewedLease.LENGTH);
        if (claimed.isEmpty()) {
            return false;
        }
        var item = claimed.get();
        try (var lease = new RenewedLease("item " + item.item(), () -> queue.renew(item, RenewedLease.LENGTH))) {
            reencode(item, lease);
        }
        return true;
    }

    private void reencode(ItemToReencode item, RenewedLease lease) throws InterruptedException {
        var original = item.original();
        if (original == null) {
            end(item, new Failure(FailureCode.ITEM_NOT_FOUND, "The item was removed, or has no object."));
            return;
        }
        var integration = integrations.apply(original.integration()).orElse(null);
        if (integration == null || !integration.takesWrites()) {
            end(item, neverWrites(integration));
            return;
        }
        if (item.attempt() > ATTEMPTS) {
            end(item, new Failure(FailureCode.SERVER_FAILED, "The server stopped again and again while it encoded."));
            return;
        }
        switch (ObjectUrls.resolve(original.objectUrl(), integration.addressing())) {
            case Resolution.Located(ObjectLocation location) ->
                new Work(item, original, integration, location, lease).probe();
            case Resolution.Refused(Failure failure) -> end(item, failure);
        }
    }

    private static Failure neverWrites(@Nullable StorageIntegration integration) {
        var why = integration == null
                ? "its storage integration was removed."
                : integration.strictClientOnly()
                        ? "a strict client-only integration neither reads nor writes."
                        : "direct access cannot write.";
        return new Failure(
                FailureCode.WRITE_ACCESS_REQUIRED, "The new video is written beside the original, and " + why);
    }

    private void end(ItemToReencode item, Failure failure) {
        queue.end(item, new ReencodingOutcome.Failed(failure), Cost.NOTHING);
    }

    /** One item on its way, and what it has cost. */
    private final class Work {

        private final ItemToReencode item;
        private final Original original;
        private final StorageIntegration integration;
        private final ObjectLocation location;
        private final RenewedLease lease;
        private Cost cost = Cost.NOTHING;

        Work(
                ItemToReencode item,
                Original original,
                StorageIntegration integration,
                ObjectLocation location,
                RenewedLease lease) {
            this.item = item;
            this.original = original;
            this.integration = integration;
            this.location = location;
            this.lease = lease;
        }

        void probe() throws InterruptedException {
            var view = view(ReadBudget.forProbing(ItemKind.VIDEO));
            var result = prober.probe(ItemKind.VIDEO, view);
            count(view);
            switch (result) {
                case ProbeResult.Probed(MediaFacts.Video video, var stat) -> decide(video, stat.bytes());
                case ProbeResult.Probed(MediaFacts other, var _) ->
                    throw new IllegalStateException("a video was probed as " + other.mimeType());
                case ProbeResult.Unreadable(Failure failure) -> failed(failure);
                case ProbeResult.Unreachable(Failure failure) -> failed(failure);
            }
        }

        private void decide(MediaFacts.Video video, long bytes) throws InterruptedException {
            if (!item.force() && video.warnings().isEmpty()) {
                queue.end(item, new ReencodingOutcome.NotNeeded(), cost);
                return;
            }
            var view = view(ReadBudget.forReencoding(bytes));
            var result = reencoder.reencode(view, video, () -> !lease.isLost());
            count(view);
            switch (result) {
                case RenderResult.Rendered(var file) ->
                    writing.write(item, original, stores.open(integration), integration.addressing(), location, file)
                            .ifPresent(this::written);
                case RenderResult.Unrenderable(Failure failure) -> failed(failure);
                case RenderResult.Delayed(Failure failure) -> failed(failure);
                case RenderResult.Abandoned() -> {
                    // Whoever has it now ends it.
                }
            }
        }

        private void written(ReencodingOutcome outcome) {
            if (outcome instanceof ReencodingOutcome.Failed(Failure failure)) {
                failed(failure);
            } else {
                queue.end(item, outcome, cost);
            }
        }

        /** Another attempt after 1, 2, 4 … seconds where that may help; none after the last. */
        private void failed(Failure failure) {
            var outcome = failure.code().retryable() && item.attempt() < ATTEMPTS
                    ? new ReencodingOutcome.Later(failure, Duration.ofSeconds(1L << (item.attempt() - 1)))
                    : new ReencodingOutcome.Failed(failure);
            queue.end(item, outcome, cost);
        }

        private StoredObjectView view(ReadBudget budget) {
            return StoredObjectView.passing(stores.open(integration), location, budget, 2 << 20);
        }

        private void count(StoredObjectView view) {
            cost = cost.plus(view.requests(), view.bytesRead());
        }
    }
}

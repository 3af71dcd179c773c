package io.accession.core.reencode;

import io.accession.core.domain.IntegrationId;
import io.accession.core.domain.ItemId;
import io.accession.core.domain.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items that wait to be made anew, and the record of what was written for them. */
public interface ReencodingQueue {

    /**
     * An item that one worker makes anew until its lease ends.
     *
     * @param rendition under which what is written for it is recorded
     * @param original null when the item is gone
     * @param attempt counts from 1
     */
    record ItemToReencode(
            ReencodingId reencoding,
            UserId user,
            ItemId item,
            UUID rendition,
            @Nullable Original original,
            boolean force,
            int attempt) {}

    /** The object that an item has now. */
    record Original(IntegrationId integration, String objectUrl) {}

    /** What was asked of the customer's storage. */
    record Cost(long requests, long bytes) {
        public static final Cost NOTHING = new Cost(0, 0);

        Cost plus(long moreRequests, long moreBytes) {
            return new Cost(requests + moreRequests, bytes + moreBytes);
        }
    }

    /** Claims one due item. The lease runs from now on, and an item whose lease ran out is due again. */
    Optional<ItemToReencode> claim(Duration lease);

    /** Renews the lease of the item and of what is recorded for it; false when the item is no longer the claimer's. */
    boolean renew(ItemToReencode item, Duration lease);

    /**
     * Records that an object is about to be written, so that it is removed if it does not become the item's. Nobody removes it until the
     * lease has ended.
     *
     * @return false when the item is no longer the claimer's; then nothing is recorded, and nothing must be written
     */
    boolean record(ItemToReencode item, Original original, String objectUrl, Duration lease);

    /**
     * Writes down what came of the item, and gives it its new object, all in one transaction; the old one goes into its history. Changes
     * nothing when the item is no longer the claimer's. An item that got another object since it was claimed keeps that and is in error.
     */
    void end(ItemToReencode item, ReencodingOutcome outcome, Cost cost);
}

package io.accession.core.content;

import io.accession.core.domain.ItemId;
import io.accession.core.search.FeedMark;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What items say, beside the items, and how far the feed was read for it. */
public interface ContentStore {

    /** Where to read on; the feed's start, when it was not read {@code under} these circumstances yet. */
    FeedMark mark(String under);

    /** Takes reading on for as long as the lease lasts; null while somebody else has it. */
    @Nullable
    UUID claim(String under, Duration lease);

    /** Whether reading is still ours, for that long from now on. */
    boolean renew(UUID claim, Duration lease);

    /** What is kept of items; of some nothing is. */
    Map<ItemId, Kept> kept(Collection<ItemId> items);

    /**
     * What is known of an item.
     *
     * @param source of which its content was read, or tried to be; null for none
     * @param attempts to read it
     * @param isDue whether it should be tried again by now
     * @param meant of what, and by which encoder, its meaning was made; null for none
     */
    record Kept(
            @Nullable String source,
            int attempts,
            boolean isDue,
            @Nullable String meant) {}

    /** {@code again} is how long to wait before the next try; null for never. */
    record NewContent(
            ItemId item,
            String source,
            ReadContent content,
            int attempts,
            @Nullable Duration again) {}

    @SuppressWarnings("ArrayRecordComponent") // nobody compares vectors
    record NewMeaning(ItemId item, String meant, float[] vector) {}

    /** What a piece of the feed gave; {@code end} is where to read on. */
    record Gain(List<NewContent> contents, List<NewMeaning> meanings, List<ItemId> gone, FeedMark end) {

        public Gain {
            contents = List.copyOf(contents);
            meanings = List.copyOf(meanings);
            gone = List.copyOf(gone);
        }
    }

    /** Keeps all of it in one transaction and ends the claim. Nothing is kept when the claim was lost. The feed tells the items that say something new. */
    void keep(UUID claim, Gain gain);

    /** Lets the feed tell the items again that should be tried again by now, at most so many. */
    int remind(int most);
}

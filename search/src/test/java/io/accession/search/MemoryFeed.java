package io.accession.search;

import io.accession.core.domain.ItemId;
import io.accession.core.search.ChangeFeed;
import io.accession.core.search.FeedBatch;
import io.accession.core.search.FeedMark;
import io.accession.core.search.FeedState;
import io.accession.core.search.SearchableItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/** A catalogue in memory, every change of which is a transaction. */
final class MemoryFeed implements ChangeFeed {

    private static final Comparator<FeedMark> ORDER =
            Comparator.comparingLong(FeedMark::transaction).thenComparing(FeedMark::item);

    private final TreeMap<FeedMark, Optional<SearchableItem>> changes = new TreeMap<>(ORDER);
    private String catalogue = "first";
    private long next = 100;
    private long horizon = Long.MAX_VALUE;

    synchronized void put(SearchableItem item) {
        change(item.id(), Optional.of(item));
    }

    synchronized void remove(ItemId item) {
        change(item, Optional.empty());
    }

    private void change(ItemId item, Optional<SearchableItem> state) {
        changes.keySet().removeIf(mark -> mark.item().equals(item.value()));
        changes.put(new FeedMark(next, item.value()), state);
        next++;
    }

    /** The same items in another catalogue, whose transactions are numbered from the start. */
    synchronized void restore() {
        var items = changes.values().stream().flatMap(Optional::stream).toList();
        changes.clear();
        next = 1;
        catalogue = "restored";
        items.forEach(this::put);
    }

    /** The catalogue as it was before its last change, which it knows nothing of. */
    synchronized void setBack() {
        next = changes.pollLastEntry().getKey().transaction();
    }

    /** A transaction begins that stays open: what changes from now on cannot be read. */
    synchronized void hold() {
        horizon = next;
        next++;
    }

    synchronized void letGo() {
        horizon = Long.MAX_VALUE;
    }

    @Override
    public synchronized FeedState state() {
        return new FeedState(catalogue, Math.min(next, horizon), next);
    }

    @Override
    public synchronized FeedBatch read(FeedMark after, int most) {
        var changed = new ArrayList<SearchableItem>();
        var gone = new ArrayList<ItemId>();
        var end = after;
        for (var change : changes.tailMap(after, false).entrySet().stream()
                .takeWhile(change -> change.getKey().transaction() < horizon)
                .limit(most)
                .toList()) {
            end = change.getKey();
            var item = new ItemId(end.item());
            change.getValue().ifPresentOrElse(changed::add, () -> gone.add(item));
        }
        return new FeedBatch(changed, gone, end, changed.size() + gone.size() < most);
    }

    @Override
    public synchronized int countBehind(FeedMark after, int most) {
        return Math.min(most, changes.tailMap(after, false).size());
    }
}

package io.accession.core.drift;

import io.accession.core.drift.Finding.Difference;
import io.accession.core.integration.ObjectStores;
import io.accession.core.object.KeyOrder;
import io.accession.core.object.ObjectPage;
import io.accession.core.object.ObjectStat;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks through the items of a bucket and through its listing side by side, and jumps over what holds no items. For one thread. */
final class ListingComparison {

    private static final int ITEMS = 5_000;
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final ItemLedger ledger;
    private final ObjectStores stores;
    private final DriftCheck.Findings findings;
    private final Map<Finding.Type, Long> counts = new EnumMap<>(Finding.Type.class);
    private long compared;
    private long unchanged;
    private long listings;

    ListingComparison(ItemLedger ledger, ObjectStores stores, DriftCheck.Findings findings) {
        this.ledger = ledger;
        this.stores = stores;
        this.findings = findings;
    }

    void compare(int number, Places.Place place) throws ObjectUnavailableException, IOException, InterruptedException {
        var range = ledger.range(number);
        if (range.isEmpty()) {
            return;
        }
        String prefix = commonDirectory(range.get().first(), range.get().last());
        var store = stores.open(place.integration());
        var items = ledger.list(number, null, ITEMS);
        int next = 0;
        String after = "";
        while (!items.isEmpty()) {
            after = later(after, before(items.get(next).key()));
            var page = page(store, place.bucket(), prefix, after);
            var stats = stats(page);
            while (next < items.size() && isWithin(page, items.get(next).key())) {
                var entry = items.get(next++);
                compare(entry.object(), stats.get(entry.key()));
                if (next == items.size()) {
                    items = ledger.list(number, entry, ITEMS);
                    next = 0;
                }
            }
            if (page.after() != null) {
                after = later(after, page.after());
            }
            findings.compared(compared);
        }
    }

    private static boolean isWithin(ObjectPage page, String key) {
        return page.after() == null || KeyOrder.OF_KEYS.compare(key, page.after()) <= 0;
    }

    private static Map<String, ObjectStat> stats(ObjectPage page) {
        var stats = HashMap.<String, ObjectStat>newHashMap(page.objects().size());
        page.objects().forEach(object -> stats.put(object.key(), object.stat()));
        return stats;
    }

    private void compare(RegisteredObject object, @Nullable ObjectStat stat) throws IOException {
        compared++;
        if (stat == null) {
            found(Finding.Type.MISSING, object, "The listing does not show the object any more.", List.of());
            return;
        }
        boolean otherEtag = stat.hasOtherEtagThan(object.etag());
        boolean otherSize = stat.hasOtherSizeThan(object.bytes());
        if (!otherEtag && !otherSize) {
            unchanged++;
            return;
        }
        var differences = new ArrayList<Difference>();
        if (otherEtag) {
            differences.add(new Difference("etag", String.valueOf(object.etag()), String.valueOf(stat.etag())));
        }
        if (otherSize) {
            differences.add(new Difference("fileSize", String.valueOf(object.bytes()), String.valueOf(stat.bytes())));
        }
        if (otherEtag && otherSize) {
            found(Finding.Type.REPLACED, object, "Another object lies under the same name.", differences);
        } else {
            found(Finding.Type.CHANGED, object, "The object has changed since it was looked at.", differences);
        }
    }

    private void found(Finding.Type type, RegisteredObject object, String message, List<Difference> differences)
            throws IOException {
        counts.merge(type, 1L, Long::sum);
        findings.found(new Finding(type, object.item(), object.url(), message, differences));
    }

    private ObjectPage page(ObjectStore store, String bucket, String prefix, String after)
            throws ObjectUnavailableException, InterruptedException {
        listings++;
        for (int attempt = 1; ; attempt++) {
            try {
                return store.list(bucket, prefix, after);
            } catch (ObjectUnavailableException e) {
                if (attempt == ATTEMPTS || !e.failure().code().retryable()) {
                    throw e;
                }
                Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
            }
        }
    }

    private static String later(String one, String other) {
        return KeyOrder.OF_KEYS.compare(one, other) >= 0 ? one : other;
    }

    /** A key before the given one with as little in between as can be told. */
    static String before(String key) {
        char last = key.charAt(key.length() - 1);
        String start = key.substring(0, key.length() - 1);
        return last <= ' ' || Character.isSurrogate(last) || Character.isSurrogate((char) (last - 1))
                ? start
                : start + (char) (last - 1) + Character.toString(0x10FFFD);
    }

    /** The path that all keys from one to another have in common, with its slash. */
    static String commonDirectory(String first, String last) {
        int common = 0;
        while (common < Math.min(first.length(), last.length()) && first.charAt(common) == last.charAt(common)) {
            common++;
        }
        return first.substring(0, first.lastIndexOf('/', common - 1) + 1);
    }

    long unchanged() {
        return unchanged;
    }

    long listings() {
        return listings;
    }

    long count(Finding.Type type) {
        return counts.getOrDefault(type, 0L);
    }
}
